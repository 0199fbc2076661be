#include "record/messages.hpp"

#include "record/conversions.hpp"

namespace paraphe::record {

namespace {

void put(const Tally& tally, wire::Tally& into) {
    into.set_entries(tally.entries);
    into.set_bytes(tally.bytes);
}

Tally take(const wire::Tally& tally, Form& form) {
    form.require(tally.has_bytes(), "tally.bytes");
    return {form.integer(tally.has_entries(), tally.entries(), 0, 1'000'000'000, "tally.entries"), tally.bytes()};
}

void put(const CropRequest& request, wire::CropRequest& into) {
    into.set_page(request.page);
    put_box(request.box, *into.mutable_box());
    into.set_purpose(same<wire::CropPurpose::Value>(request.purpose));
    if (request.rotation) into.set_rotation(*request.rotation);
}

template <class Wire>
std::optional<int> rotation_of(const Wire& request, Form& form, const char* where) {
    if (!request.has_rotation()) return {};
    const int degrees = form.integer(true, request.rotation(), 0, 270, where);
    form.require(degrees % 90 == 0, where);
    return degrees;
}

CropRequest take(const wire::CropRequest& request, Form& form) {
    CropRequest out;
    out.page = form.integer(request.has_page(), request.page(), 1, largest_page, "crop.page");
    out.box = form.box(request.box(), "crop.box");
    out.purpose = form.enumerator(request.has_purpose(), request.purpose(), CropPurpose::hand, "crop.purpose");
    out.rotation = rotation_of(request, form, "crop.rotation");
    return out;
}

}  // namespace

std::string to_wire(const Request& request) {
    wire::Request message;
    std::visit(Overloaded{
                   [&](const OpenRequest& open) {
                       message.mutable_open()->set_name(clean(open.name, text_length));
                       put(open.tally, *message.mutable_open()->mutable_tally());
                   },
                   [&](const OpenFileRequest& open) {
                       message.mutable_open_file()->set_path(clean(open.path, text_length));
                       message.mutable_open_file()->set_media_type(clean(open.media_type, word_length));
                       put(open.tally, *message.mutable_open_file()->mutable_tally());
                   },
                   [&](const ReadPageRequest& read) { message.mutable_read_page()->set_page(read.page); },
                   [&](const CropRequest& crop) { put(crop, *message.mutable_look_again()); },
                   [&](const PictureRequest& picture) {
                       message.mutable_picture()->set_page(picture.page);
                       put_box(picture.box, *message.mutable_picture()->mutable_box());
                       message.mutable_picture()->set_dpi(picture.dpi);
                       if (picture.rotation) message.mutable_picture()->set_rotation(*picture.rotation);
                   },
               },
               request);
    return message.SerializeAsString();
}

Result<Request> request_from_wire(std::string_view bytes) {
    wire::Request message;
    if (!parse(bytes, message)) return no_message();
    Form form(OutOfRange::refuse);
    switch (message.of_case()) {
        case wire::Request::kOpen:
            return checked<Request>(OpenRequest{form.text(message.open().name(), text_length, "open.name"), take(message.open().tally(), form)},
                                    form);
        case wire::Request::kOpenFile: {
            const auto& open = message.open_file();
            return checked<Request>(OpenFileRequest{form.text(open.path(), text_length, "open_file.path"),
                                                    form.word(open.media_type(), "open_file.media_type"), take(open.tally(), form)},
                                    form);
        }
        case wire::Request::kReadPage:
            return checked<Request>(ReadPageRequest{form.integer(message.read_page().has_page(), message.read_page().page(), 1, largest_page,
                                                                 "read_page.page")},
                                    form);
        case wire::Request::kLookAgain: return checked<Request>(take(message.look_again(), form), form);
        case wire::Request::kPicture: {
            const auto& picture = message.picture();
            return checked<Request>(PictureRequest{form.integer(picture.has_page(), picture.page(), 1, largest_page, "picture.page"),
                                                   form.box(picture.box(), "picture.box"),
                                                   form.number(picture.has_dpi(), picture.dpi(), 1, 1200, "picture.dpi"),
                                                   rotation_of(picture, form, "picture.rotation")},
                                    form);
        }
        case wire::Request::OF_NOT_SET: break;
    }
    return no_message();
}

}  // namespace paraphe::record
