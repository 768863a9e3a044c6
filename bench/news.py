"""Measures `pith ask` on news stories. bench/quality.sh --news calls it:

  news.py PITH [FOLDER] [--set NAME] [--profile tiny|standard|full] [--worst N]

FOLDER holds NAME-docs.jsonl and NAME-references.jsonl (../shared/data/summaries; cnndm_val1000, 97 % CNN). People asked
what they wanted to know after reading a story's highlights alone (NewsQA, Trischler et al. 2017); so are these
questions made: `pith suggest` asks about the facts of each story's highlights, and the story has to answer. Kept are
those whose answer stands in the story word for word. The questions are ours, a few of them clumsy; columns as in
articles.py, `sentence` counting every sentence that holds the answer's words.
"""
import argparse
import json
import os
import subprocess
import tempfile

from articles import ask, judge, print_table, print_worst, read, write


def places(text, part):
    """The bytes at which `part` begins in `text`."""
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found


def make_questions(pith, docs, references, work):
    """About the highlights' facts, with the places of their answers in the stories."""
    path = lambda name: os.path.join(work, name)
    highlights = [{"id": r["doc"], "text": r["references"][0].replace("\n", " ")} for r in references]
    write(path("highlights.jsonl"), highlights)
    # Of a highlight that looks like no English there are no facts; compile says so on standard error.
    subprocess.run([pith, "compile", path("highlights.jsonl"), "-o", path("highlights.pith")], check=True, stderr=subprocess.DEVNULL)
    said = subprocess.run([pith, "suggest", path("highlights.pith"), "--top", "1000000", "--json"], check=True, stdout=subprocess.PIPE)
    text = {d["id"]: d["text"].encode() for d in docs}
    questions = []
    for line in said.stdout.decode().splitlines():
        s = json.loads(line)
        begin = places(text[s["doc"]], s["answer"].encode())
        if begin:
            questions.append({"id": str(len(questions)), "doc": s["doc"], "question": s["question"], "answers": [s["answer"]], "begin": begin})
    return questions


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pith")
    parser.add_argument("folder", nargs="?", default="../shared/data/summaries")
    parser.add_argument("--set", default="cnndm_val1000")
    parser.add_argument("--profile", default="standard", choices=("tiny", "standard", "full"))
    parser.add_argument("--worst", type=int, default=0)
    a = parser.parse_args()
    docs, references = (read("%s/%s-%s.jsonl" % (a.folder, a.set, what)) for what in ("docs", "references"))
    with tempfile.TemporaryDirectory() as work:
        questions = make_questions(a.pith, docs, references, work)
        best, threshold = ask(a.pith, a.profile, docs, questions, work)
    texts = {d["id"]: d["text"].encode() for d in docs}
    rows = [judge(q, best[q["id"]], texts[q["doc"]]) for q in questions]
    print("stories of %s, profile %s, threshold %.2f" % (a.set, a.profile, threshold))
    print_table(rows, threshold)
    print_worst(rows, a.worst)


if __name__ == "__main__":
    main()
