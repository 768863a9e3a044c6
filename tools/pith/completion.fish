# Completion for fish: verbs, then the flags of the verb with what they do, and files elsewhere.
function __pith_words
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    if test (count $words) -eq 1
        $words[1] help --words 2>/dev/null
    else if string match --quiet -- '-*' (commandline --current-token)
        $words[1] help --words $words[2] 2>/dev/null
    end
end
complete --command pith --arguments '(__pith_words)'
