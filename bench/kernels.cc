// The encoder's kernels against what the processor can do: int8 operations a second (a multiply and
// an add are two) by shape, and positions a second of a whole encoder of MiniLM-L6-H384's size with
// random weights, for every instruction set this processor has. Minima (and medians) of several
// rounds of one thread; answers are compared with the portable kernels' first.
//
//   kernels [ROUNDS]
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "read/encode/encoder.h"
#include "read/encode/linear.h"
#include "read/encode/testing.h"
#include "read/encode/word_piece.h"

namespace {
using namespace sayso;  // NOLINT(google-build-using-namespace)

// Of this thread's own time: what others do on the same core must not count.
double seconds() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Times {
  double best = 0;
  double median = 0;
};

// Seconds of one call: of `rounds` rounds of at least 2 ms each.
template <typename Work>
Times time(int rounds, Work work) {
  double begin = seconds();
  work();
  const double once = seconds() - begin;
  const int calls = std::max(1, static_cast<int>(0.002 / std::max(once, 1e-9)));
  std::vector<double> all;
  for (int i = 0; i < rounds; ++i) {
    begin = seconds();
    for (int call = 0; call < calls; ++call) work();
    all.push_back((seconds() - begin) / calls);
  }
  std::sort(all.begin(), all.end());
  return {all.front(), all[all.size() / 2]};
}

#if defined(__x86_64__)
// Independent sums in registers, and nothing else: 24 of 16 lanes, four products a lane.
#define SAYSO_VNNI(r) "vpdpbusd %%zmm30, %%zmm31, %%zmm" #r "\n\t"
__attribute__((target("avx512f,avx512vnni"))) void vnni_sums(int times) {
  for (int i = 0; i < times; ++i) {
    asm volatile(SAYSO_VNNI(0) SAYSO_VNNI(1) SAYSO_VNNI(2) SAYSO_VNNI(3) SAYSO_VNNI(4) SAYSO_VNNI(5)
                     SAYSO_VNNI(6) SAYSO_VNNI(7) SAYSO_VNNI(8) SAYSO_VNNI(9) SAYSO_VNNI(10)
                         SAYSO_VNNI(11) SAYSO_VNNI(12) SAYSO_VNNI(13) SAYSO_VNNI(14) SAYSO_VNNI(15)
                             SAYSO_VNNI(16) SAYSO_VNNI(17) SAYSO_VNNI(18) SAYSO_VNNI(19)
                                 SAYSO_VNNI(20) SAYSO_VNNI(21) SAYSO_VNNI(22) SAYSO_VNNI(23)::
                                     : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6",
                                       "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13",
                                       "xmm14", "xmm15", "xmm16", "xmm17", "xmm18", "xmm19",
                                       "xmm20", "xmm21", "xmm22", "xmm23");
  }
}
// The same of AVX2: products of pairs, pairs of those, sum; 8 lanes, 12 sums.
#define SAYSO_AVX2_SUM(r)                    \
  "vpmaddubsw %%ymm14, %%ymm15, %%ymm12\n\t" \
  "vpmaddwd %%ymm13, %%ymm12, %%ymm12\n\t"   \
  "vpaddd %%ymm12, %%ymm" #r ", %%ymm" #r "\n\t"
__attribute__((target("avx2"))) void avx2_sums(int times) {
  for (int i = 0; i < times; ++i) {
    asm volatile(SAYSO_AVX2_SUM(0) SAYSO_AVX2_SUM(1) SAYSO_AVX2_SUM(2) SAYSO_AVX2_SUM(3)
                     SAYSO_AVX2_SUM(4) SAYSO_AVX2_SUM(5) SAYSO_AVX2_SUM(6) SAYSO_AVX2_SUM(7)
                         SAYSO_AVX2_SUM(8) SAYSO_AVX2_SUM(9) SAYSO_AVX2_SUM(10) SAYSO_AVX2_SUM(11)::
                             : "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7",
                               "xmm8", "xmm9", "xmm10", "xmm11", "xmm12");
  }
}
#endif

// The most int8 operations a second these kernels' instructions allow, or 0 where unknown.
double peak(const Kernels& kernels, int rounds) {
  constexpr int kTimes = 20000;
#if defined(__x86_64__)
  if (std::string_view(kernels.name) == "avx512vnni") {
    return kTimes * 24.0 * 128 / time(rounds, [] { vnni_sums(kTimes); }).best;
  }
  if (std::string_view(kernels.name) == "avx2") {
    return kTimes * 12.0 * 64 / time(rounds, [] { avx2_sums(kTimes); }).best;
  }
#endif
  return 0;
}

struct Shape {
  const char* what;
  std::size_t rows, outputs, inputs;

  double operations() const { return 2.0 * static_cast<double>(rows * outputs * inputs); }
};

constexpr Shape kShapes[] = {{"one step of q, k or v", 256, 64, 384},
                             {"out of attention", 256, 384, 384},
                             {"up", 96, 1536, 384},
                             {"down", 96, 384, 1536},
                             {"scores", 24, 256, 32},
                             {"gathered values", 24, 32, 256},
                             {"128 x 384 x 384", 128, 384, 384}};

void print(const Shape& shape, const Times& times, double most) {
  const double speed = shape.operations() / times.best;
  std::printf("  %-24s %4zu x %4zu x %4zu  %6.1f GOP/s (median %6.1f)", shape.what, shape.rows,
              shape.outputs, shape.inputs, speed * 1e-9, shape.operations() / times.median * 1e-9);
  if (most > 0) std::printf("  %3.0f %% of peak", 100 * speed / most);
  std::printf("\n");
}

void fail(const char* what) {
  std::fprintf(stderr, "kernels: %s\n", what);
  std::exit(1);
}

void multiply(const Kernels& kernels, const Shape& shape, double most, int rounds) {
  ModelWriter writer;
  writer.add_linear("x", static_cast<std::uint32_t>(shape.outputs),
                    static_cast<std::uint32_t>(shape.inputs), 1);
  const std::string file = writer.file();
  const auto model = ModelFile::in(file);
  if (!model) return fail(model.error().message.c_str());
  const auto by = linear(*model, "x", shape.outputs, shape.inputs);
  if (!by) return fail(by.error().message.c_str());
  Buffer<float> in;
  const FloatRows rows = {in.reserve(shape.rows * shape.inputs), shape.rows, shape.inputs,
                          shape.inputs};
  for (std::size_t i = 0; i < shape.rows * shape.inputs; ++i) {
    rows.data[i] = static_cast<float>(i * 7919 % 1009) / 500 - 1;
  }
  QuantisedRows bytes;
  bytes.assign(kernels, rows);
  Buffer<float> room;
  const std::size_t size = shape.rows * shape.outputs;
  const FloatRows out = {room.reserve(size), shape.rows, shape.outputs, shape.outputs};
  apply(*supported_kernels().front(), *by, bytes.rows(), out);
  const std::vector<float> expected(out.data, out.data + size);
  const Times times = time(rounds, [&] { apply(kernels, *by, bytes.rows(), out); });
  if (!std::equal(expected.begin(), expected.end(), out.data)) fail("the products differ");
  print(shape, times, most);
}

constexpr EncoderShape kMiniLm = {
    .layers = 6, .width = 384, .heads = 12, .feed_forward = 1536, .positions = 256};

// Operations of the Linears and of attention for one window, edges included.
double operations(const EncoderShape& shape, std::size_t positions) {
  const std::size_t linears = 4 * shape.width * shape.width + 2 * shape.width * shape.feed_forward;
  const std::size_t attention = 2 * positions * shape.width;
  return 2.0 * static_cast<double>(positions * shape.layers * (linears + attention));
}

void encode(const ModelFile& model, const Kernels& kernels, std::size_t window, double most,
            int rounds, std::vector<float>& expected) {
  const auto encoder = Encoder::in(model, kernels);
  if (!encoder) return fail(encoder.error().message.c_str());
  const std::size_t windows = std::max<std::size_t>(1, 256 / (window + 2)) * 2;
  const std::vector<std::uint32_t> lengths(windows, static_cast<std::uint32_t>(window));
  const std::vector<Piece> pieces = random_pieces(windows * window, 200, 1);
  EncoderWorkspace workspace;
  std::vector<float> hidden;
  encoder->encode(pieces, lengths, workspace, hidden);
  if (expected.empty()) expected = hidden;
  if (hidden != expected) fail("the encoders differ");
  const Times times = time(rounds, [&] { encoder->encode(pieces, lengths, workspace, hidden); });
  const auto positions = static_cast<double>(windows * (window + 2));
  const double speed = static_cast<double>(windows) * operations(kMiniLm, window + 2) / times.best;
  std::printf("  encoder, windows of %3zu: %6.0f positions/s (median %6.0f), %6.1f GOP/s", window,
              positions / times.best, positions / times.median, speed * 1e-9);
  if (most > 0) std::printf("  %3.0f %% of peak", 100 * speed / most);
  std::printf("\n");
}

void cut_words(const ModelFile& model, int rounds) {
  const auto pieces = WordPiece::in(model);
  if (!pieces) return fail(pieces.error().message.c_str());
  const std::vector<std::string> tokens = {"The",     "ministry", "said",     "on",
                                           "Tuesday", "that",     "rescuers", "of",
                                           "the",     "north",    ",",        "12"};
  std::vector<PieceId> out;
  const Times times = time(rounds, [&] {
    out.clear();
    for (const std::string& token : tokens) pieces->append(token, out);
  });
  const auto count = static_cast<double>(tokens.size());
  std::printf("WordPiece: %.0f ns a token (median %.0f), %.1f pieces a token\n",
              times.best / count * 1e9, times.median / count * 1e9,
              static_cast<double>(out.size()) / count);
  const Times load = time(rounds, [&] { (void)WordPiece::in(model); });
  std::printf("WordPiece: %.2f ms to load %zu pieces\n", load.best * 1e3,
              pieces->vocabulary().size());
}

// As many pieces as MiniLM's vocabulary has.
std::vector<std::string> words() {
  std::vector<std::string> all = {"the", "ministry", "said", "on",    "tuesday", "that",
                                  "of",  "rescue",   "##rs", "north", "12"};
  for (int i = 0; all.size() < 30274; ++i) all.push_back("word" + std::to_string(i));
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 30;
  const std::string file = tiny_model({.shape = kMiniLm, .words = words()});
  const double begin = seconds();
  const auto model = ModelFile::in(file);
  if (!model) fail(model.error().message.c_str());
  const double read = seconds();
  (void)Encoder::in(*model);
  std::printf("model of %.1f MB: checked in %.2f ms, encoder made in %.2f ms\n",
              static_cast<double>(file.size()) * 1e-6, (read - begin) * 1e3,
              (seconds() - read) * 1e3);
  cut_words(*model, rounds);
  std::vector<float> expected[2];
  for (const Kernels* kernels : supported_kernels()) {
    const double most = peak(*kernels, rounds);
    std::printf("%s", kernels->name);
    if (most > 0) std::printf(", peak %.1f GOP/s", most * 1e-9);
    std::printf("\n");
    for (const Shape& shape : kShapes) multiply(*kernels, shape, most, rounds);
    const int few = std::max(1, rounds / 3);
    encode(*model, *kernels, 254, most, few, expected[0]);
    encode(*model, *kernels, 30, most, few, expected[1]);
  }
}
