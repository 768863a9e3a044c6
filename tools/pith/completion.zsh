#compdef pith
# Completion for zsh: verbs, then the flags of the verb with what they do, and files elsewhere.
_pith() {
  local -a lines shown
  if (( CURRENT == 2 )); then
    lines=(${(f)"$($words[1] help --words 2> /dev/null)"})
  elif [[ $PREFIX == -* ]]; then
    lines=(${(f)"$($words[1] help --words $words[2] 2> /dev/null)"})
  else
    _files
    return
  fi
  shown=(${lines/$'\t'/  -- })
  compadd -l -d shown -- ${lines%%$'\t'*}
}
_pith "$@"
