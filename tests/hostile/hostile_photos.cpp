// SPDX-License-Identifier: Apache-2.0
// U10 and U02: photos whose Exif or size is a trap, what calls itself a photo, and folders of
// photos that lead elsewhere. Exif 2.32, section 4.6; ISO/IEC 10918-1, annex B.
#include "tests/hostile/hostile_pages.h"
#include "tests/hostile/hostile_uploads.h"
#include "tests/support/photo_bytes.h"
#include "tests/support/zip_writer.h"

#include <sys/stat.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>

namespace wza::test {
namespace {

namespace fs = std::filesystem;

std::string big_endian(std::uint32_t value, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
    out += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
  return out;
}
std::string segment(std::uint8_t marker, std::string const &content) {
  return std::string("\xFF") + static_cast<char>(marker) +
         big_endian(static_cast<std::uint32_t>(content.size() + 2), 2) + content;
}
std::string photo() {
  return photo_bytes({});
}
/// A photo with this TIFF in place of its Exif.
std::string photo_with(std::string const &tiff) {
  return "\xFF\xD8" + segment(0xE1, std::string("Exif\0\0", 6) + tiff) + photo().substr(2);
}
std::string entry(std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::uint32_t value) {
  return big_endian(tag, 2) + big_endian(type, 2) + big_endian(count, 4) + big_endian(value, 4);
}
std::string tiff(std::string const &entries, std::uint32_t count, std::uint32_t next) {
  return std::string("MM\0\x2A\0\0\0\x08", 8) + big_endian(count, 2) + entries +
         big_endian(next, 4);
}

std::string directory_of_itself(Bait const &) {
  // The Exif, GPS and interoperability directories, and the next one, are all the first.
  return photo_with(
      tiff(entry(0x8769, 4, 1, 8) + entry(0x8825, 4, 1, 8) + entry(0xA005, 4, 1, 8), 3, 8) +
      std::string(64, '\0'));
}
std::string endless_directory(Bait const &) {
  return photo_with(tiff("", 65535, 0) + std::string(60'000, '\x01'));
}
std::string counts_of_billions(Bait const &) {
  std::string entries;
  for (std::uint32_t tag : {0x010FU, 0x9003U, 0x9011U, 0x927CU, 0x8773U, 0x501BU, 0x0112U})
    entries += entry(tag, tag == 0x0112 ? 3 : 2, 0xFFFFFFFF, 0x10);
  return photo_with(tiff(entries, 7, 0));
}
std::string offsets_outside(Bait const &) {
  return photo_with(tiff(entry(0x8769, 4, 1, 0xFFFFFFF0) + entry(0x8825, 4, 1, 0x7FFFFFFF) +
                             entry(0x0201, 4, 1, 0xFFFFFFFF) + entry(0x0202, 4, 1, 0xFFFFFFFF),
                         4, 0xFFFFFFFE));
}
std::string times_without_end(Bait const &) {
  PhotoTags tags;
  tags.time = std::string(60'000, '9');
  return photo_bytes(tags);
}
std::string rationals_of_nothing(Bait const &) {
  // 0/0 degrees north.
  std::string const gps = big_endian(2, 2) + entry(1, 2, 2, 0x4E000000) + entry(2, 5, 3, 64) +
                          std::string(4, '\0') + std::string(64, '\0');
  return photo_with(tiff(entry(0x8825, 4, 1, 26), 1, 0) + gps);
}
std::string many_segments(Bait const &) {
  std::string out = "\xFF\xD8";
  for (int i = 0; i < 300; ++i)
    out += segment(
        static_cast<std::uint8_t>(i % 2 == 0 ? 0xE1 : 0xE2),
        (i % 2 == 0 ? std::string("Exif\0\0", 6) : std::string("ICC_PROFILE\0\x01\xFF", 14)) +
            std::string(60'000, '\xFF'));
  return out + photo().substr(2);
}
std::string tiny_segments(Bait const &) {
  std::string out = "\xFF\xD8";
  for (int i = 0; i < 4'000'000; ++i)
    out.append("\xFF\xFE\0\x02", 4);
  return out + photo().substr(2);
}
std::string fill_bytes(Bait const &) {
  return "\xFF\xD8" + std::string(19'000'000, '\xFF') + photo().substr(3);
}
/// `marker` says how the picture is coded: 0xC0 baseline, 0xC2 progressive.
std::string vast(std::uint8_t marker, int scans) {
  std::string out = "\xFF\xD8" + segment(0xDB, std::string(65, '\x01')) +
                    segment(marker, std::string("\x08\xFF\xFF\xFF\xFF\x03\x01\x11\0\x02\x11\0\x03"
                                                "\x11\0",
                                                15));
  std::string const table = segment(0xC4, std::string(1, '\0') + '\x01' + std::string(16, '\0'));
  for (int i = 0; i < scans; ++i)
    out += table + segment(0xDA, std::string("\x01\x01\0\0\x3F\0", 6)) + std::string(8, '\0');
  return out + "\xFF\xD9";
}
std::string vast_picture(Bait const &) {
  return vast(0xC0, 1);
}
std::string vast_progressive_picture(Bait const &) {
  return vast(0xC2, 100'000);
}
std::string larger_than_20_mb(Bait const &) {
  return photo() + std::string(21'000'000, '\0');
}
std::string cut_off(Bait const &) {
  return photo().substr(0, photo().size() / 2);
}
std::string png_named_jpg(Bait const &) {
  return std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\xFF\xFF\0\0\xFF\xFF\x08\6\0\0\0", 29) +
         std::string(1000, '\0');
}
std::string gif_and_script(Bait const &bait) {
  return "GIF89a/*" + std::string(20, '\0') + "*/=1;fetch('" + bait.url + "');";
}
std::string photo_and_page(Bait const &bait) {
  return "\xFF\xD8" + segment(0xFE, "<script src=\"" + bait.url + "/x\"></script>") +
         photo().substr(2) + "<script>fetch('" + bait.url + "')</script>";
}
std::string photo_and_archive(Bait const &) {
  ZipWriter zip;
  zip.add("doc.kml", "<kml/>");
  return photo() + zip.finish();
}
std::string vrt_named_jpg(Bait const &bait) {
  return "<VRTDataset rasterXSize=\"9\" rasterYSize=\"9\"><VRTRasterBand><SimpleSource>"
         "<SourceFilename>/vsicurl/" +
         bait.url + "/x.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>";
}
std::string wms_named_jpg(Bait const &bait) {
  return "<GDAL_WMS><Service name=\"TMS\"><ServerUrl>" + bait.url +
         "/${z}</ServerUrl></Service></GDAL_WMS>";
}
std::string heic_named_jpg(Bait const &) {
  return std::string(
             "\0\0\0\x18"
             "ftypheic\0\0\0\0heicmif1",
             24) +
         std::string(500, '\xFF');
}
std::string plain_photo(Bait const &) {
  return photo();
}

void write(fs::path const &path, std::string const &bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Links that lead out, and what never ends.
void folder_of_links(std::string const &folder, Bait const &bait) {
  fs::path const at(folder);
  fs::create_symlink(bait.file, at / "secret.jpg");
  fs::create_symlink("/dev/zero", at / "zero.jpg");
  fs::create_symlink("/dev/stdin", at / "stdin.jpg");
  fs::create_directory_symlink("/proc/self", at / "self");
  fs::create_directory_symlink(at, at / "around");
  fs::create_directory_symlink(fs::path(bait.file).parent_path(), at / "outside");
}
void folder_of_pipes(std::string const &folder, Bait const &) {
  mkfifo((fs::path(folder) / "pipe.jpg").c_str(), 0600);
  fs::create_directory(fs::path(folder) / "folder.jpg");
}
void folder_of_names(std::string const &folder, Bait const &) {
  for (std::string const &name :
       {std::string("CON.jpg"), std::string("\xE2\x80\xAEgpj.exe.jpg"), std::string("..jpg"),
        std::string("... .jpg"), std::string("-rf.jpg"), std::string("a\nerror: b.jpg"),
        std::string("\x1B]0;x\x07\x1B[2J.jpg"), std::string("\xFF\xFE\x80.jpg"),
        std::string("/vsicurl").substr(1) + ".jpg", std::string(251, 'a') + ".jpg",
        std::string("'; DROP TABLE photos;--.jpg")})
    write(fs::path(folder) / name, photo());
}
void deep_folder(std::string const &folder, Bait const &) {
  fs::path at(folder);
  while (at.string().size() < 3500) {
    at /= std::string(200, 'd');
    fs::create_directory(at);
  }
  write(at / "x.jpg", photo());
}

constexpr std::string_view kPhotos = "photos";
constexpr std::array kCases{
    HostileUpload{"U10_directory_of_itself", "itself.jpg", directory_of_itself, kPhotos},
    HostileUpload{"U10_endless_directory", "endless.jpg", endless_directory, kPhotos},
    HostileUpload{"U10_counts_of_billions", "counts.jpg", counts_of_billions, kPhotos},
    HostileUpload{"U10_offsets_outside", "offsets.jpg", offsets_outside, kPhotos},
    HostileUpload{"U10_times_without_end", "times.jpg", times_without_end, kPhotos},
    HostileUpload{"U10_rationals_of_nothing", "nothing.jpg", rationals_of_nothing, kPhotos},
    HostileUpload{"U10_many_segments", "segments.jpg", many_segments, kPhotos},
    HostileUpload{"U10_tiny_segments", "tiny.jpg", tiny_segments, kPhotos},
    HostileUpload{"U10_fill_bytes", "fill.jpg", fill_bytes, kPhotos},
    HostileUpload{"U10_vast_picture", "vast.jpg", vast_picture, kPhotos},
    HostileUpload{"U10_vast_progressive", "scans.jpg", vast_progressive_picture, kPhotos},
    HostileUpload{"U10_larger_than_20_mb", "large.jpg", larger_than_20_mb, kPhotos},
    HostileUpload{"U10_cut_off", "cut.jpg", cut_off, kPhotos},
    HostileUpload{"U10_png_named_jpg", "png.jpg", png_named_jpg, kPhotos},
    HostileUpload{"U10_gif_and_script", "gif.jpg", gif_and_script, kPhotos},
    HostileUpload{"U10_photo_and_page", "page.jpg", photo_and_page, kPhotos},
    HostileUpload{"U10_photo_and_archive", "archive.jpg", photo_and_archive, kPhotos},
    HostileUpload{"U10_vrt_named_jpg", "vrt.jpg", vrt_named_jpg, kPhotos},
    HostileUpload{"U10_wms_named_jpg", "wms.jpg", wms_named_jpg, kPhotos},
    HostileUpload{"U10_heic_named_jpg", "heic.jpg", heic_named_jpg, kPhotos},
    HostileUpload{"U05_photo_by_vsicurl", "/vsicurl/URL/x.jpg", nullptr, kPhotos},
    HostileUpload{"U02_name_turned_round", "\xE2\x80\xAEgpj.x.jpg", plain_photo, kPhotos},
    HostileUpload{"U02_folder_of_links", "links", nullptr, kPhotos, folder_of_links},
    HostileUpload{"U02_folder_of_pipes", "pipes", nullptr, kPhotos, folder_of_pipes},
    HostileUpload{"U02_folder_of_names", "names", nullptr, kPhotos, folder_of_names},
    HostileUpload{"U02_deep_folder", "deep", nullptr, kPhotos, deep_folder},
};

}  // namespace

std::span<HostileUpload const> hostile_photos() {
  return kCases;
}

}  // namespace wza::test
