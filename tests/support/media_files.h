#pragma once

#include "core/media/picture.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Media files made at run time. All return the bytes of a file.
namespace fusefind {

// Four flat quarters, in reading order: r(ed), g(reen), b(lue), w(hite).
Picture quarters(int width, int height, const std::string& colours = "rgbw");

// The quarters of a picture, by those letters or '?'. Tolerant of lossy coding.
std::string quartersOf(const Picture& picture);

// Coded by OpenCV: ".png", ".jpg", ".webp", ".tiff", ".bmp".
std::string encodePicture(const Picture& picture, const std::string& extension);
std::string grey16Picture(int width, int height, uint16_t value, const std::string& extension);

// An EXIF block (TIFF structure) of an orientation and a date "YYYY:MM:DD HH:MM:SS".
std::string exifBlock(int orientation, const std::string& date);
std::string jpegWithExif(const std::string& jpeg, const std::string& exif);

// All of one colour, without standing in memory: a real PNG of any size, four hundred times smaller than its pixels.
std::string flatPng(uint32_t width, uint32_t height);
// A PNG or JPEG header that claims a size, and nothing behind it.
std::string pngClaiming(uint32_t width, uint32_t height);
std::string jpegClaiming(uint16_t width, uint16_t height);
std::string gifClaiming(uint16_t width, uint16_t height);
std::string bmpClaiming(int32_t width, int32_t height);
std::string tiffClaiming(uint32_t width, uint32_t height);

// By libheif; nothing if it has no encoder for the format.
std::optional<std::string> heicPicture(const Picture& picture);
std::optional<std::string> avifPicture(const Picture& picture);

std::vector<float> sine(double hertz, double seconds, int sampleRate, float amplitude = 0.5F);

// A WAV of 16-bit samples, [N, channels] interleaved; `claimedBytes` is what its header says of the data, if not the
// truth.
std::string wavFile(std::span<const float> samples, int sampleRate, int channels = 1,
                    std::optional<uint32_t> claimedBytes = {});
// The same of 32-bit floats.
std::string floatWavFile(std::span<const float> samples, int sampleRate, int channels = 1);

// Mono sound coded by FFmpeg; nothing if it lacks the encoder. `container`: "flac", "mp3", "ogg", "mp4", "matroska",
// "webm", "mov". With `withVideo`, a second of black MPEG-4 pictures stands beside the sound.
std::optional<std::string> codedSound(std::span<const float> samples, int sampleRate, const std::string& encoder,
                                      const std::string& container, bool withVideo = false);

} // namespace fusefind
