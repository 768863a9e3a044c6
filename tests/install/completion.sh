#!/bin/bash
# What the shells complete; a shell that is not there is left out and said so. completion.sh SOURCE_FOLDER BUILD_FOLDER
set -euo pipefail
files=$1/tools/pith PATH=$2/bin:$PATH
cd "$(mktemp -d)"
trap 'rm -r "$PWD"' EXIT
touch article.pith

there() { command -v "$1" > /dev/null || { echo "no $1 here" && return 1; }; }

# says WANTED COMMAND...: whether the command says the lines of WANTED, and nothing else.
says() {
  local wanted=$1
  shift
  "$@" > said.txt
  diff <(printf -- "$wanted") said.txt || { echo "$*" >&2 && exit 1; }
}

in_bash() {
  bash -c 'complete() { :; }; . "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _pith; printf "%s\n" "${COMPREPLY[@]}"' \
    "$files/completion.bash" "$@"
}
says 'summarize\nsuggest\n' in_bash pith su
says '--tag\n--top\n' in_bash pith search a.pith --t
says '\n' in_bash pith ask a

if there fish; then
  in_fish() { HOME=$PWD fish --no-config -c '. $argv[1]; complete -C $argv[2]' "$files/completion.fish" "$1"; }
  says 'suggest\tLists questions that the index answers well, with their answers\nsummarize\tSums an article up in its own sentences\n' \
    in_fish 'pith su'
  says '--top\tSo many sentences at most\n' in_fish 'pith search a.pith --to'
  says 'article.pith\n' in_fish 'pith ask art'
fi

if there zsh; then
  # What the function hands over: the lines that are shown, and the words.
  in_zsh() {
    zsh -fc 'compadd() { shift 2; print -l -- ${(P)1}; print -l -- "${@[3,-1]}" }; _files() { print files }
      file=$1; shift; words=($*); CURRENT=$#; PREFIX=$words[-1]; . $file' zsh "$files/completion.zsh" "$@"
  }
  says 'ask  -- Answers questions, with the sentence that says so\nask\n' eval 'in_zsh pith a | grep ^ask'
  says '--top\n' eval 'in_zsh pith search a.pith --t | grep -x -- --top'
  says 'files\n' in_zsh pith ask a
fi
