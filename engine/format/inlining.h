// How functions are inlined, where the compiler can be told.

#ifndef PITH_ENGINE_FORMAT_INLINING_H_
#define PITH_ENGINE_FORMAT_INLINING_H_

#if defined(__GNUC__)
#define PITH_ALWAYS_INLINE __attribute__((always_inline))
#define PITH_NOINLINE __attribute__((noinline))
#else
#define PITH_ALWAYS_INLINE
#define PITH_NOINLINE
#endif

#endif  // PITH_ENGINE_FORMAT_INLINING_H_
