# Completion for bash: verbs, then the flags of the verb, and files elsewhere.
_pith() {
  local word=${COMP_WORDS[COMP_CWORD]} words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=$("${COMP_WORDS[0]}" help --words 2> /dev/null | cut -f 1)
  elif [[ $word == -* ]]; then
    words=$("${COMP_WORDS[0]}" help --words "${COMP_WORDS[1]}" 2> /dev/null | cut -f 1)
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _pith pith
