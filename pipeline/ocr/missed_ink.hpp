#pragma once

#include "model/page.hpp"

#include <opencv2/core.hpp>

#include <span>

namespace paraphe::ocr {

/// The median height of the words, a fraction of the page; 0 without words.
[[nodiscard]] double usual_height(std::span<const Word> words);

/// Is there ink of letters' height in a gap between words, or beside a line, in which nothing was read? Along dotted lines the
/// analysis of a page's layout loses words that are plain to see. `grey`: the page as it was read.
[[nodiscard]] bool ink_between_words(const cv::Mat& grey, std::span<const Word> words);

/// The part of the page, as wide as it, that holds lines of shapes as large as its letters, away from every word; empty when there are
/// none. The analysis of a page's layout takes a whole paragraph beside a dark edge for a picture, now and then.
[[nodiscard]] cv::Rect unread_lines(const cv::Mat& grey, std::span<const Word> words);

}  // namespace paraphe::ocr
