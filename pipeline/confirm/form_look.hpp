#pragma once

#include "confirm/confirm.hpp"

namespace paraphe::confirm {

/// Holds a document against the official form of its piece, where the rulebook names one. Each page is paired with the page of the
/// form whose words it has, and registered to it by them. Findings:
///   "form_page_missing", "form_page_twice"   text: the form's page number
///   "form_page_strange"                      a page that is none of the form's
///   "form_page_unread"                       too much of it was read too badly to be held against the form
///   "form_text_added", "form_text_removed"   text: the words; "form_text_changed": the form's words, then the page's
///   "blanks_left"                            a blank of the form on which nothing stands
/// On a scan, words that are not the form's are looked at again before they are told. What the form itself prints where a mark was seen is print: that mark goes.
void compare_with_form(Document& document, const Expectations& expectations, const LookAgain& look, const PageOf& page_of);

}  // namespace paraphe::confirm
