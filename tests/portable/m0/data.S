/* Index and questions, laid into flash as they are. */
    .syntax unified
    .section .rodata.article, "a"
    .balign 8
    .global index_begin, index_end, questions_begin, questions_end
index_begin:
    .incbin "sample.pith"
index_end:
    .balign 8
questions_begin:
    .incbin "questions.txt"
questions_end:
