// 16 floats or 16 integers at a time, on whatever vectors the file is compiled for.
//
// Native vectors hold 16, 8 or 4 lanes; a Pair is two halves, so that all have 16. Each operation
// is the same in every lane and sums go by one order (halves first), so results do not depend on
// the instruction set. Everything is in an unnamed namespace and uses no function of the standard
// library: code compiled for one processor must not be linked into what another runs.
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(SAYSO_PORTABLE_KERNELS) || !defined(__SSE4_1__)
#define SAYSO_PLAIN 1
#else
#include <immintrin.h>
#if defined(__AVX512VNNI__)
#define SAYSO_AVX512 1
#elif defined(__AVX2__)
#define SAYSO_AVX2 1
#else
#define SAYSO_SSE4 1
#endif
#endif

namespace sayso {
namespace {

#define SAYSO_INLINE [[gnu::always_inline, maybe_unused]] inline

#if SAYSO_AVX512
inline constexpr std::size_t kNative = 16;
// GCC 12 warns of its own intrinsics without a mask.
inline constexpr __mmask16 kAllLanes = 0xFFFF;
#elif SAYSO_AVX2
inline constexpr std::size_t kNative = 8;
#else
inline constexpr std::size_t kNative = 4;
#endif
inline constexpr std::size_t kLanes = 16;
inline constexpr std::size_t kSlices = kLanes / kNative;  // native vectors in 16 lanes

using NativeF [[gnu::vector_size(4 * kNative)]] = float;
using NativeI [[gnu::vector_size(4 * kNative)]] = std::int32_t;
using NativeU [[gnu::vector_size(4 * kNative)]] = std::uint32_t;
using NativeBytes [[gnu::vector_size(kNative)]] = std::uint8_t;
using NativeChars [[gnu::vector_size(kNative)]] = std::int8_t;

template <typename Half>
struct Pair {
  Half lo, hi;
};

template <typename Native, std::size_t N>
struct Lanes {
  using Type = Pair<typename Lanes<Native, N / 2>::Type>;
};
template <>
struct Lanes<NativeF, kNative> {
  using Type = NativeF;
};
template <>
struct Lanes<NativeI, kNative> {
  using Type = NativeI;
};
using F = Lanes<NativeF, kLanes>::Type;
using I = Lanes<NativeI, kLanes>::Type;

// Lanes of a vector.
template <typename Vector>
inline constexpr std::size_t kWidth = sizeof(Vector) / 4;

// Native vectors.
SAYSO_INLINE void set(NativeF& to, float value) { to = NativeF{} + value; }
SAYSO_INLINE void set(NativeI& to, std::int32_t value) { to = NativeI{} + value; }
SAYSO_INLINE void load(NativeF& to, const float* from) { __builtin_memcpy(&to, from, sizeof to); }
SAYSO_INLINE void load(NativeI& to, const std::int32_t* from) {
  __builtin_memcpy(&to, from, sizeof to);
}
SAYSO_INLINE void load(NativeI& to, const std::int8_t* from) {
  NativeChars chars;
  __builtin_memcpy(&chars, from, sizeof chars);
#if SAYSO_AVX512
  to = reinterpret_cast<NativeI>(
      _mm512_maskz_cvtepi8_epi32(kAllLanes, reinterpret_cast<__m128i>(chars)));
#else
  to = __builtin_convertvector(chars, NativeI);
#endif
}
SAYSO_INLINE void store(NativeF from, float* to) { __builtin_memcpy(to, &from, sizeof from); }
SAYSO_INLINE void store(NativeI from, std::int32_t* to) {
  __builtin_memcpy(to, &from, sizeof from);
}
// The low byte of each lane. By intrinsics where there are some: GCC 12 takes the vector apart.
SAYSO_INLINE void store_bytes(NativeI from, std::uint8_t* to) {
#if SAYSO_AVX512
  const __m128i bytes = _mm512_maskz_cvtepi32_epi8(kAllLanes, reinterpret_cast<__m512i>(from));
#elif SAYSO_AVX2
  const __m256i fours =
      _mm256_shuffle_epi8(reinterpret_cast<__m256i>(from), _mm256_set1_epi64x(0x0C080400));
  const __m128i bytes =
      _mm_unpacklo_epi32(_mm256_castsi256_si128(fours), _mm256_extracti128_si256(fours, 1));
#elif SAYSO_SSE4
  const __m128i bytes =
      _mm_shuffle_epi8(reinterpret_cast<__m128i>(from), _mm_set1_epi32(0x0C080400));
#else
  const auto bytes = __builtin_convertvector(from, NativeBytes);
#endif
  __builtin_memcpy(to, &bytes, kNative);
}
SAYSO_INLINE NativeF min(NativeF a, NativeF b) { return a < b ? a : b; }
SAYSO_INLINE NativeF max(NativeF a, NativeF b) { return a > b ? a : b; }
SAYSO_INLINE NativeF to_float(NativeI a) { return __builtin_convertvector(a, NativeF); }
SAYSO_INLINE NativeI bits(NativeF a) { return reinterpret_cast<NativeI>(a); }
SAYSO_INLINE NativeF from_bits(NativeI a) { return reinterpret_cast<NativeF>(a); }
// Integer sums wrap: damaged weights must not be undefined behaviour.
SAYSO_INLINE NativeI add(NativeI a, NativeI b) {
  return reinterpret_cast<NativeI>(reinterpret_cast<NativeU>(a) + reinterpret_cast<NativeU>(b));
}
SAYSO_INLINE NativeI subtract(NativeI a, NativeI b) {
  return reinterpret_cast<NativeI>(reinterpret_cast<NativeU>(a) - reinterpret_cast<NativeU>(b));
}
SAYSO_INLINE NativeI multiply(NativeI a, NativeI b) {
  return reinterpret_cast<NativeI>(reinterpret_cast<NativeU>(a) * reinterpret_cast<NativeU>(b));
}
template <int Count>
SAYSO_INLINE NativeI shift_left(NativeI a) {
  return reinterpret_cast<NativeI>(reinterpret_cast<NativeU>(a) << Count);
}
SAYSO_INLINE NativeI low_byte(NativeI a) { return a & 0xFF; }

// Pairs: each half in turn.
template <typename H, typename Value>
SAYSO_INLINE void set(Pair<H>& to, Value value) {
  set(to.lo, value);
  set(to.hi, value);
}
template <typename H, typename Value>
SAYSO_INLINE void load(Pair<H>& to, const Value* from) {
  load(to.lo, from);
  load(to.hi, from + kWidth<H>);
}
template <typename H, typename Value>
SAYSO_INLINE void store(Pair<H> from, Value* to) {
  store(from.lo, to);
  store(from.hi, to + kWidth<H>);
}
template <typename H>
SAYSO_INLINE void store_bytes(Pair<H> from, std::uint8_t* to) {
  store_bytes(from.lo, to);
  store_bytes(from.hi, to + kWidth<H>);
}
#define SAYSO_EACH_HALF_OPERATOR(op)                       \
  template <typename H>                                    \
  SAYSO_INLINE Pair<H> operator op(Pair<H> a, Pair<H> b) { \
    return {a.lo op b.lo, a.hi op b.hi};                   \
  }
SAYSO_EACH_HALF_OPERATOR(+)
SAYSO_EACH_HALF_OPERATOR(-)
SAYSO_EACH_HALF_OPERATOR(*)
SAYSO_EACH_HALF_OPERATOR(|)
#undef SAYSO_EACH_HALF_OPERATOR
#define SAYSO_EACH_HALF_2(name)                     \
  template <typename H>                             \
  SAYSO_INLINE Pair<H> name(Pair<H> a, Pair<H> b) { \
    return {name(a.lo, b.lo), name(a.hi, b.hi)};    \
  }
SAYSO_EACH_HALF_2(min)
SAYSO_EACH_HALF_2(max)
SAYSO_EACH_HALF_2(add)
SAYSO_EACH_HALF_2(subtract)
SAYSO_EACH_HALF_2(multiply)
#undef SAYSO_EACH_HALF_2
template <int Count, typename H>
SAYSO_INLINE Pair<H> shift_left(Pair<H> a) {
  return {shift_left<Count>(a.lo), shift_left<Count>(a.hi)};
}
template <typename H>
SAYSO_INLINE Pair<H> low_byte(Pair<H> a) {
  return {low_byte(a.lo), low_byte(a.hi)};
}
SAYSO_INLINE Pair<NativeF> to_float(Pair<NativeI> a) { return {to_float(a.lo), to_float(a.hi)}; }
SAYSO_INLINE Pair<Pair<NativeF>> to_float(Pair<Pair<NativeI>> a) {
  return {to_float(a.lo), to_float(a.hi)};
}
SAYSO_INLINE Pair<NativeI> bits(Pair<NativeF> a) { return {bits(a.lo), bits(a.hi)}; }
SAYSO_INLINE Pair<Pair<NativeI>> bits(Pair<Pair<NativeF>> a) { return {bits(a.lo), bits(a.hi)}; }
SAYSO_INLINE Pair<NativeF> from_bits(Pair<NativeI> a) { return {from_bits(a.lo), from_bits(a.hi)}; }
SAYSO_INLINE Pair<Pair<NativeF>> from_bits(Pair<Pair<NativeI>> a) {
  return {from_bits(a.lo), from_bits(a.hi)};
}

// 16 lanes.
SAYSO_INLINE F floats(float value) {
  F all;
  set(all, value);
  return all;
}
SAYSO_INLINE I integers(std::int32_t value) {
  I all;
  set(all, value);
  return all;
}
SAYSO_INLINE F load(const float* from) {
  F lanes;
  load(lanes, from);
  return lanes;
}
SAYSO_INLINE I load(const std::int32_t* from) {
  I lanes;
  load(lanes, from);
  return lanes;
}
SAYSO_INLINE I load(const std::int8_t* from) {
  I lanes;
  load(lanes, from);
  return lanes;
}

// Adding this and reading the bits rounds to the nearest integer, ties to even, in the low bits.
inline constexpr float kRound = 12582912.0F;  // 1.5 * 2^23

// Reductions, by halves: lanes i and i + 8, then i and i + 4, then i and i + 2.
template <typename Value, typename Join>
SAYSO_INLINE Value reduce(const Value* lanes, Join join) {
  using Four [[gnu::vector_size(16)]] = Value;
  Four quarters[4];
  __builtin_memcpy(quarters, lanes, sizeof quarters);
  const Four four = join(join(quarters[0], quarters[2]), join(quarters[1], quarters[3]));
  return join(join(four[0], four[2]), join(four[1], four[3]));
}
SAYSO_INLINE float sum_of(F a) {
  float lanes[kLanes];
  store(a, lanes);
  return reduce(lanes, [](auto x, auto y) { return x + y; });
}
SAYSO_INLINE float smallest_of(F a) {
  float lanes[kLanes];
  store(a, lanes);
  return reduce(lanes, [](auto x, auto y) { return x < y ? x : y; });
}
SAYSO_INLINE float largest_of(F a) {
  float lanes[kLanes];
  store(a, lanes);
  return reduce(lanes, [](auto x, auto y) { return x > y ? x : y; });
}
SAYSO_INLINE std::int32_t sum_of(I a) {
  std::int32_t lanes[kLanes];
  store(a, lanes);
  return reduce(lanes, [](auto x, auto y) { return x + y; });
}

// Adds to each lane the products of its four bytes: unsigned in `bytes`, signed in `weights`.
SAYSO_INLINE NativeI add_products(NativeI sums, NativeI bytes, NativeI weights) {
#if SAYSO_PLAIN
  const auto low = [](NativeI lanes) { return lanes & 0xFF; };
  const auto high = [](NativeI lanes) { return lanes >> 24; };  // with its sign
  sums += low(bytes) * high(shift_left<24>(weights));
  sums += low(bytes >> 8) * high(shift_left<16>(weights));
  sums += low(bytes >> 16) * high(shift_left<8>(weights));
  return sums + low(bytes >> 24) * high(weights);
#elif SAYSO_AVX512
  return reinterpret_cast<NativeI>(_mm512_dpbusd_epi32(reinterpret_cast<__m512i>(sums),
                                                       reinterpret_cast<__m512i>(bytes),
                                                       reinterpret_cast<__m512i>(weights)));
#elif SAYSO_AVX2
  const __m256i pairs =
      _mm256_maddubs_epi16(reinterpret_cast<__m256i>(bytes), reinterpret_cast<__m256i>(weights));
  const __m256i fours = _mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
  return add(sums, reinterpret_cast<NativeI>(fours));
#else
  const __m128i pairs =
      _mm_maddubs_epi16(reinterpret_cast<__m128i>(bytes), reinterpret_cast<__m128i>(weights));
  const __m128i fours = _mm_madd_epi16(pairs, _mm_set1_epi16(1));
  return add(sums, reinterpret_cast<NativeI>(fours));
#endif
}

}  // namespace
}  // namespace sayso
