"""The figures of a comparison as a table and plots: report.py RESULTS_FOLDER OUT_FOLDER MARKDOWN

RESULTS_FOLDER has ENGINE-SIZE.json of peers.cc and peers.mjs, and SIZE-questions.tsv and SIZE.tsv of prepare.py. Writes
the plots as SVG to OUT_FOLDER, and the table into MARKDOWN between the lines "<!-- compare -->" and "<!-- /compare -->".
Exits with 1 if an engine finds so much less than the others that it cannot have been asked the same.
"""

import json
import pathlib
import statistics
import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402  after the choice of the backend

ENGINES = {"pith": "Pith", "fts5": "SQLite FTS5", "xapian": "Xapian", "flexsearch": "FlexSearch",
           "minisearch": "MiniSearch", "lunr": "lunr"}
BEGIN, END = "<!-- compare -->", "<!-- /compare -->"
LEAST_SHARE = 0.6  # of what the best engine finds among the first ten: less is another question


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def read(folder):
    """The results, each with its figures, by engine and size."""
    results = {}
    for path in sorted(path for engine in ENGINES for path in folder.glob(f"{engine}-*.json")):
        one = json.loads(path.read_text(encoding="utf-8"))
        size = one["documents"]
        rows = [line.split("\t") for line in (folder / f"{size}.tsv").read_text(encoding="utf-8").splitlines()]
        asked = [line.split("\t")[0] for line in
                 (folder / f"{size}-questions.tsv").read_text(encoding="utf-8").splitlines()]
        numbers = {name: number for number, (name, _) in enumerate(rows)}
        one["text"] = sum(len(text.encode()) for _, text in rows)
        # In the largest libraries each paragraph is there several times: which copy is found says nothing.
        one["copies"] = len({text for _, text in rows}) < 0.9 * size
        one["first"] = statistics.mean(best[:1] == [numbers[doc]] for best, doc in zip(one["best"], asked))
        one["ten"] = statistics.mean(numbers[doc] in best for best, doc in zip(one["best"], asked))
        results[one["engine"], size] = one
    return results


def agreement(a, b):
    """The share of questions for which two engines have the same document first."""
    return statistics.mean(x[:1] == y[:1] for x, y in zip(a["best"], b["best"]))


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}" if value < 10 else f"{value:.1f}"


def table(results):
    lines = ["| paragraphs | engine | p50 µs | p99 µs | cold p50 µs | p50 / Pith's | index bytes per byte of text | "
             "made in s | right first % | right among ten % | same first as Pith % |",
             "|---|---|---|---|---|---|---|---|---|---|---|"]
    for size in sorted({size for _, size in results}):
        pith = results.get(("pith", size))
        for engine, title in ENGINES.items():
            one = results.get((engine, size))
            if one is None:
                continue
            p50 = percentile(one["us"], 0.5)
            ratio = number(p50 / percentile(pith["us"], 0.5)) if pith else ""
            same = f"{100 * agreement(one, pith):.0f}" if pith and not one["copies"] else ""
            right = "" if one["copies"] else f"{100 * one['first']:.1f}"
            among = "" if one["copies"] else f"{100 * one['ten']:.1f}"
            made = "" if engine == "pith" else number(one["build_s"])
            lines.append(f"| {size:,} | {title} | {number(p50)} | {number(percentile(one['us'], 0.99))} | "
                         f"{number(percentile(one['cold_us'], 0.5))} | {ratio} | {one['bytes'] / one['text']:.2f} | "
                         f"{made} | {right} | {among} | {same} |")
    return "\n".join(lines)


def save(figure, path):
    figure.tight_layout()
    # Without a date, the same figures give the same file.
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def plots(results, out):
    matplotlib.rcParams["svg.hashsalt"] = "pith"
    out.mkdir(parents=True, exist_ok=True)
    largest = max(size for engine, size in results if engine == "lunr")
    figure, axes = plt.subplots(figsize=(7, 4))
    for engine, title in ENGINES.items():
        if (engine, largest) in results:
            times = sorted(results[engine, largest]["us"])
            axes.plot(times, [100 * (i + 1) / len(times) for i in range(len(times))], label=title)
    axes.set(xscale="log", xlabel="µs for a question", ylabel="% of the questions answered by then",
             title=f"Search in {largest:,} paragraphs, warm, time of one core")
    axes.grid(alpha=0.3)
    axes.legend()
    save(figure, out / "latency-distribution.svg")

    figure, axes = plt.subplots(figsize=(7, 4))
    for engine, title in ENGINES.items():
        points = sorted((size, percentile(one["us"], 0.5)) for (name, size), one in results.items() if name == engine)
        if points:
            axes.plot(*zip(*points), marker="o", label=title)
    axes.set(xscale="log", yscale="log", xlabel="paragraphs", ylabel="p50, µs", title="Search, by size of the library")
    axes.grid(alpha=0.3)
    axes.legend()
    save(figure, out / "latency-by-size.svg")

    shown = [engine for engine in ENGINES if (engine, largest) in results]
    figure, axes = plt.subplots(figsize=(7, 4))
    for offset, (key, label) in enumerate([("us", "warm"), ("cold_us", "first round")]):
        axes.bar([i + 0.4 * offset - 0.2 for i in range(len(shown))],
                 [percentile(results[engine, largest][key], 0.5) for engine in shown], 0.4, label=label)
    axes.set(yscale="log", ylabel="p50, µs", title=f"Cold and warm, {largest:,} paragraphs")
    axes.set_xticks(range(len(shown)), [ENGINES[engine] for engine in shown])
    axes.legend()
    save(figure, out / "cold-and-warm.svg")

    figure, axes = plt.subplots(figsize=(7, 4))
    axes.bar([ENGINES[engine] for engine in shown],
             [results[engine, largest]["bytes"] / results[engine, largest]["text"] for engine in shown])
    axes.set(ylabel="bytes of index per byte of text",
             title=f"Size, {largest:,} paragraphs (Pith's with text, answers and facts)")
    save(figure, out / "bytes.svg")


def main():
    folder, out, markdown = map(pathlib.Path, sys.argv[1:])
    results = read(folder)
    text = markdown.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    if not rest or not after:
        sys.exit(f"{markdown}: no lines {BEGIN} and {END}")
    plots(results, out)
    markdown.write_text(f"{before}{BEGIN}\n\n{table(results)}\n\n{END}{after}", encoding="utf-8")
    print(table(results))
    for (engine, size), one in results.items():
        best = max(other["ten"] for (_, of), other in results.items() if of == size)
        if not one["copies"] and one["ten"] < LEAST_SHARE * best:
            sys.exit(f"{engine} finds {one['ten']:.0%} in {size} paragraphs where another finds {best:.0%}")


if __name__ == "__main__":
    main()
