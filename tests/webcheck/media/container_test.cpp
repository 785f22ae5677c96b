// SPDX-License-Identifier: Apache-2.0
#include "webcheck/media/container.h"

#include <gtest/gtest.h>

#include <bit>
#include <string>

namespace wza::web {
namespace {

std::string big(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = bytes; i-- > 0;)
    out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}
std::string little(std::uint64_t value, int bytes) {
  std::string out = big(value, bytes);
  return {out.rbegin(), out.rend()};
}
std::string zeros(std::size_t count) {
  return std::string(count, '\0');
}

MediaFacts facts_of(std::string const &bytes, MediaBudget const &budget = {}) {
  MemorySource source(bytes);
  return read_media(source, budget);
}

// ---- MP4

std::string box(std::string const &type, std::string const &content) {
  return big(8 + content.size(), 4) + type + content;
}
std::string mvhd(std::uint32_t timescale, std::uint32_t duration) {
  return box("mvhd", zeros(12) + big(timescale, 4) + big(duration, 4) + zeros(80));
}
/// A track with ten samples of `sample` bytes each in ten seconds.
std::string track(std::string const &handler, std::uint32_t sample, bool enabled = true) {
  std::string const stsz = box("stsz", zeros(4) + big(sample, 4) + big(10, 4));
  return box("trak", box("tkhd", std::string("\0\0\0", 3) + (enabled ? '\1' : '\0') + zeros(80)) +
                         box("mdia", box("mdhd", zeros(12) + big(1000, 4) + big(10'000, 4)) +
                                         box("hdlr", zeros(8) + handler + zeros(12)) +
                                         box("minf", box("stbl", stsz))));
}
std::string mp4(std::string const &moov_content) {
  return box("ftyp", "isom" + zeros(4)) + box("mdat", zeros(5000)) + box("moov", moov_content);
}

TEST(MediaContainer, mp4_tells_its_duration_and_its_sound_behind_its_data) {
  MediaFacts const facts =
      facts_of(mp4(mvhd(600, 6'000) + track("vide", 9000) + track("soun", 4000)));
  EXPECT_EQ(facts.seconds, Known<double>(10));
  EXPECT_TRUE(facts.has_audio.is_true());
}

TEST(MediaContainer, mp4_without_a_sound_track_is_silent) {
  MediaFacts const facts = facts_of(mp4(mvhd(600, 6'000) + track("vide", 9000)));
  EXPECT_TRUE(facts.has_audio.is_false());
}

TEST(MediaContainer, mp4_sound_of_hardly_a_byte_a_second_may_be_silence) {
  EXPECT_TRUE(facts_of(mp4(mvhd(600, 6'000) + track("soun", 9))).has_audio.is_unknown());
  EXPECT_TRUE(facts_of(mp4(mvhd(600, 6'000) + track("soun", 4000, false))).has_audio.is_unknown());
}

TEST(MediaContainer, mp4_in_fragments_tells_no_whole_duration) {
  MediaFacts const facts = facts_of(mp4(mvhd(600, 6'000) + box("mvex", "") + track("soun", 4000)));
  EXPECT_FALSE(facts.seconds.is_known());
  EXPECT_EQ(facts.at_least, 10);
}

// ---- WebM

std::string ebml(std::string const &id, std::string const &content) {
  return id + big(std::uint64_t{0x01} << 56 | content.size(), 8) + content;
}
std::string webm(double duration, std::string const &track_type) {
  std::string const info =
      ebml("\x15\x49\xA9\x66", ebml("\x44\x89", big(std::bit_cast<std::uint64_t>(duration), 8)));
  std::string const tracks = ebml("\x16\x54\xAE\x6B", ebml("\xAE", ebml("\x83", track_type)));
  std::string const cluster = ebml("\x1F\x43\xB6\x75", zeros(100));
  return ebml("\x1A\x45\xDF\xA3", zeros(4)) + ebml("\x18\x53\x80\x67", info + tracks + cluster);
}

TEST(MediaContainer, webm_tells_its_duration_in_milliseconds_and_its_tracks) {
  MediaFacts const facts = facts_of(webm(12'500, "\x02"));
  EXPECT_EQ(facts.seconds, Known<double>(12.5));
  EXPECT_TRUE(facts.has_audio.is_true());
  EXPECT_TRUE(facts_of(webm(12'500, "\x01")).has_audio.is_false());
}

TEST(MediaContainer, webm_sound_of_hardly_a_byte_a_block_may_be_silence) {
  std::string blocks;
  for (int i = 0; i < 20; ++i)
    blocks += ebml("\xA3", "\x81" + zeros(3) + "\xFC\xFF\xFE");
  std::string const tracks =
      ebml("\x16\x54\xAE\x6B", ebml("\xAE", ebml("\xD7", "\x01") + ebml("\x83", "\x02")));
  std::string const file = ebml("\x1A\x45\xDF\xA3", zeros(4)) +
                           ebml("\x18\x53\x80\x67", tracks + ebml("\x1F\x43\xB6\x75", blocks));
  EXPECT_TRUE(facts_of(file).has_audio.is_unknown());
}

// ---- MP3: MPEG-1, layer III, 128 kbit/s, 44.1 kHz, stereo: 417 bytes and 1152 samples a frame

std::string const kFrame = std::string("\xFF\xFB\x90\x00", 4) + zeros(413);

TEST(MediaContainer, mp3_frames_are_counted) {
  std::string bytes = "ID3" + zeros(6) + '\x0A' + zeros(10);
  for (int i = 0; i < 100; ++i)
    bytes += kFrame;
  MediaFacts const facts = facts_of(bytes);
  EXPECT_NEAR(facts.seconds.value_or(0), 100 * 1152 / 44100.0, 0.001);
  EXPECT_TRUE(facts.has_audio.is_true());
}

TEST(MediaContainer, mp3_tells_its_frames_in_the_first_one) {
  std::string first = kFrame;
  first.replace(36, 12, "Xing" + big(1, 4) + big(1000, 4));
  EXPECT_NEAR(facts_of(first + kFrame).seconds.value_or(0), 1000 * 1152 / 44100.0, 0.001);
}

TEST(MediaContainer, mp3_beyond_the_budget_lasts_at_least_as_long_as_what_was_read) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i)
    bytes += kFrame;
  MediaFacts const facts = facts_of(bytes, {.reads = 2, .bytes = 100'000, .at_once = 50'000});
  EXPECT_FALSE(facts.seconds.is_known());
  EXPECT_GT(facts.at_least, 3);
}

TEST(MediaContainer, wav_lasts_as_long_as_its_data_at_its_rate) {
  std::string const format = zeros(8) + little(8000, 4) + zeros(4);
  std::string const bytes = "RIFF" + zeros(4) + "WAVEfmt " + little(16, 4) + format + "data" +
                            little(16'000, 4) + zeros(16'000);
  EXPECT_EQ(facts_of(bytes).seconds, Known<double>(2));
}

TEST(MediaContainer, flac_tells_rate_and_samples) {
  std::string const packed = big(std::uint64_t{44'100} << 44 | 441'000, 8);
  EXPECT_EQ(facts_of("fLaC" + big(34, 4) + zeros(10) + packed).seconds, Known<double>(10));
}

// ---- Ogg

std::string page(int flags, std::uint64_t granule, std::string const &packet) {
  return "OggS" + std::string(1, '\0') + static_cast<char>(flags) + little(granule, 8) +
         little(7, 4) + zeros(8) + '\1' + static_cast<char>(packet.size()) + packet;
}

TEST(MediaContainer, ogg_lasts_until_the_last_granule) {
  std::string const head = "\x01vorbis" + zeros(5) + little(44'100, 4) + zeros(10);
  MediaFacts const facts = facts_of(page(2, 0, head) + page(0, 1, "abc") + page(4, 220'500, "x"));
  EXPECT_EQ(facts.seconds, Known<double>(5));
  EXPECT_TRUE(facts.has_audio.is_true());
}

// ---- Everything else

TEST(MediaContainer, other_files_and_cut_files_tell_nothing) {
  for (std::string const &bytes : {std::string(), std::string("<html>"), std::string("GIF89a"),
                                   mp4(mvhd(600, 6'000)).substr(0, 5040), zeros(100),
                                   std::string("ID3\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF")}) {
    MediaFacts const facts = facts_of(bytes);
    EXPECT_FALSE(facts.seconds.is_known());
    EXPECT_TRUE(facts.has_audio.is_unknown());
  }
}

TEST(MediaContainer, any_change_of_a_byte_ends_with_some_answer) {
  for (std::string const &good :
       {mp4(mvhd(600, 6'000) + track("soun", 4000)), webm(12'500, "\x02"), kFrame + kFrame}) {
    std::string bytes = good;
    std::size_t const step = good.size() > 2000 ? 7 : 1;
    for (std::size_t i = 0; i < bytes.size(); i += step) {
      bytes[i] = static_cast<char>(bytes[i] ^ 0xFF);
      MediaFacts const facts = facts_of(bytes);
      EXPECT_GE(facts.at_least, 0);
      bytes[i] = good[i];
    }
  }
}

}  // namespace
}  // namespace wza::web
