#include "read/encode/testing_reader.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace sayso {
namespace {
constexpr std::uint32_t kVector = 16;
constexpr std::size_t kDistanceKinds = 33, kRoleKinds = 5;

std::vector<float> some_floats(std::size_t count) {
  std::vector<float> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    values[i] = static_cast<float>(i * 7 % 11) / 11.0F - 0.4F;
  }
  return values;
}
}  // namespace

void add_heads(ModelWriter& writer, const TinyModel& model) {
  const auto width = static_cast<std::uint32_t>(model.shape.width);
  const std::vector<std::pair<const char*, std::uint32_t>> parts = {{"upos", 3},
                                                                    {"xpos", 4},
                                                                    {"name", 3},
                                                                    {"start", 2},
                                                                    {"cue", 3},
                                                                    {"arc_dependent", kVector},
                                                                    {"arc_head", kVector},
                                                                    {"relation_dependent", kVector},
                                                                    {"relation_head", kVector},
                                                                    {"pair_cue", kVector},
                                                                    {"pair_word", kVector},
                                                                    {"match_cue", kVector},
                                                                    {"match_word", kVector}};
  std::string text;
  std::uint32_t outputs = 0;
  for (const auto& [name, count] : parts) {
    text += std::string(name) + ' ' + std::to_string(count) + '\n';
    outputs += count;
  }
  writer.add_text("head.words.parts", text);
  writer.add_linear("head.words", outputs, width, model.seed + 100);
  writer.add_text("labels.upos", "NOUN\nVERB\nPUNCT\n");
  writer.add_text("labels.xpos", "NN\nVBD\n.\nNNP\n");
  writer.add_text("labels.name", "O\nB-PER\nI-PER\n");
  writer.add_text("labels.relation", "nsubj\nobj\npunct\nobl:tmod\n");
  writer.add_linear("head.arc", kVector, kVector, model.seed + 101);
  writer.add_linear("head.relation", 4 * (kVector + 1), kVector, model.seed + 102);
  writer.add_floats("head.root.arc", {kVector}, some_floats(kVector));
  writer.add_floats("head.root.relation", {kVector}, some_floats(kVector));
  writer.add_floats("head.pair.distance", {33, kVector}, some_floats(kDistanceKinds * kVector));
  writer.add_floats("head.pair.role", {5, kVector}, some_floats(kRoleKinds * kVector));
  writer.add_floats("head.match.role", {5, kVector}, some_floats(kRoleKinds * kVector));
  writer.add_floats("head.pair.role.bias", {5}, some_floats(5));
}

std::string tiny_reader(const TinyModel& model) {
  ModelWriter writer = write_model(model);
  add_heads(writer, model);
  return writer.file();
}

}  // namespace sayso
