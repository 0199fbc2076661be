#include "pages/pdf_content.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <string>
#include <utility>

namespace paraphe::pages {
namespace {

constexpr int deepest_form = 8;
constexpr int most_operators = 400'000;  // a dense native page has about 10 000
constexpr std::size_t most_operands = 64;

struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    [[nodiscard]] Matrix then(const Matrix& m) const {
        return {a * m.a + b * m.c, a * m.b + b * m.d, c * m.a + d * m.c, c * m.b + d * m.d, e * m.a + f * m.c + m.e, e * m.b + f * m.d + m.f};
    }
    [[nodiscard]] std::array<double, 2> at(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
};

double number(QPDFObjectHandle object) { return object.isNumber() ? object.getNumericValue() : 0; }

Matrix matrix_of(const std::vector<QPDFObjectHandle>& operands) {
    if (operands.size() < 6) return {};
    const auto* o = operands.data() + (operands.size() - 6);
    return {number(o[0]), number(o[1]), number(o[2]), number(o[3]), number(o[4]), number(o[5])};
}

struct Extent {
    double left = 1e9, bottom = 1e9, right = -1e9, top = -1e9;
    int points = 0;

    void add(std::array<double, 2> p) {
        left = std::min(left, p[0]);
        right = std::max(right, p[0]);
        bottom = std::min(bottom, p[1]);
        top = std::max(top, p[1]);
        ++points;
    }
};

struct State {
    Matrix ctm;
    bool white = false;       // the colour of filling
    bool see_through = false; // alpha below 1: nothing is hidden for sure
    int mode = 0;             // of showing text
    double size = 0, leading = 0;
};

class Interpreter : public QPDFObjectHandle::ParserCallbacks {
public:
    Interpreter(PageContent& content, const PageFrame& frame) : content_(content), frame_(frame) {}

    void follow(QPDFObjectHandle stream_or_page, const QPDFObjectHandle& resources) {
        auto outer = resources_;
        resources_ = resources;
        if (stream_or_page.isPageObject())
            stream_or_page.parsePageContents(this);
        else
            QPDFObjectHandle::parseContentStream(stream_or_page, this);
        resources_ = outer;
    }

    void handleObject(QPDFObjectHandle object, std::size_t, std::size_t) override {
        if (!object.isOperator()) {
            if (!object.isInlineImage() && operands_.size() < most_operands) operands_.push_back(object);
            return;
        }
        if (++operators_ > most_operators) {
            content_.complete = false;
            terminateParsing();
            return;
        }
        perform(object.getOperatorValue());
        operands_.clear();
    }

    void handleEOF() override { operands_.clear(); }

private:
    double last(std::size_t back = 0) const { return operands_.size() > back ? number(operands_[operands_.size() - 1 - back]) : 0; }

    void perform(const std::string& op) {
        if (op == "q") {
            if (stack_.size() < 512) stack_.push_back(now_);
        } else if (op == "Q") {
            if (!stack_.empty()) {
                now_ = stack_.back();
                stack_.pop_back();
            }
        } else if (op == "cm") {
            now_.ctm = matrix_of(operands_).then(now_.ctm);
        } else if (op == "gs") {
            graphics_state();
        } else if (op == "Do") {
            draw_object();
        } else if (!path(op) && !colour(op)) {
            text(op);
        }
    }

    void graphics_state() {
        if (operands_.empty() || !operands_.back().isName()) return;
        auto states = resources_.isDictionary() ? resources_.getKey("/ExtGState") : QPDFObjectHandle::newNull();
        if (!states.isDictionary()) return;
        auto dictionary = states.getKey(operands_.back().getName());
        if (dictionary.isDictionary() && dictionary.hasKey("/ca")) now_.see_through = number(dictionary.getKey("/ca")) < 0.9;
    }

    bool colour(const std::string& op) {
        if (op == "g") now_.white = last() > 0.93;
        else if (op == "rg") now_.white = last() > 0.93 && last(1) > 0.93 && last(2) > 0.93;
        else if (op == "k") now_.white = last() < 0.05 && last(1) < 0.05 && last(2) < 0.05 && last(3) < 0.05;
        else if (op == "sc" || op == "scn") {
            const std::size_t n = operands_.size();
            const bool additive = n == 1 || n == 3;
            now_.white = n > 0 && std::ranges::all_of(operands_, [&](QPDFObjectHandle o) {
                return o.isNumber() && (additive ? number(o) > 0.93 : number(o) < 0.05);
            });
        } else if (op == "cs") now_.white = false;
        else return false;
        return true;
    }

    bool path(const std::string& op) {
        if (op == "re") {
            const double x = last(3), y = last(2), w = last(1), h = last();
            for (const auto& [px, py] : {std::array{x, y}, {x + w, y}, {x, y + h}, {x + w, y + h}}) path_.add(now_.ctm.at(px, py));
        } else if (op == "m" || op == "l") {
            path_.add(now_.ctm.at(last(1), last()));
        } else if (op == "c" || op == "v" || op == "y") {
            path_.points += 100;  // no rectangle
        } else if (op == "f" || op == "F" || op == "f*" || op == "B" || op == "B*" || op == "b" || op == "b*") {
            if (now_.white && !now_.see_through && path_.points >= 3 && path_.points <= 6)
                content_.whites.push_back({order_++, frame_.to_viewer(path_.left, path_.bottom, path_.right, path_.top)});
            path_ = {};
        } else if (op == "n" || op == "S" || op == "s") {
            path_ = {};
        } else return false;
        return true;
    }

    void text(const std::string& op) {
        if (op == "BT") line_ = {}, begun_ = {};
        else if (op == "Tf") now_.size = last();
        else if (op == "TL") now_.leading = last();
        else if (op == "Tr") now_.mode = static_cast<int>(last());
        else if (op == "Tm") line_ = matrix_of(operands_), begun_ = line_;
        else if (op == "Td" || op == "TD") {
            if (op == "TD") now_.leading = -last();
            move(last(1), last());
        } else if (op == "T*") move(0, -now_.leading);
        else if (op == "Tj" || op == "TJ") show();
        else if (op == "'" || op == "\"") move(0, -now_.leading), show();
    }

    void move(double x, double y) {
        line_ = Matrix{1, 0, 0, 1, x, y}.then(line_);
        begun_ = line_;
    }

    void show() {
        const Matrix m = begun_.then(now_.ctm);
        const double height = std::abs(now_.size) * std::hypot(m.c, m.d);
        const Box box = frame_.to_viewer(m.e, m.f, m.e, m.f);
        if (content_.texts.size() < 100'000)
            content_.texts.push_back({order_++, box.x, box.y, content_.height > 0 ? height * frame_.unit / content_.height : 0,
                                      now_.mode % 4 != 3});
    }

    void draw_object() {
        if (operands_.empty() || !operands_.back().isName() || !resources_.isDictionary()) return;
        auto objects = resources_.getKey("/XObject");
        if (!objects.isDictionary()) return;
        auto object = objects.getKey(operands_.back().getName());
        if (!object.isStream()) return;
        auto dictionary = object.getDict();
        auto subtype = dictionary.getKey("/Subtype");
        if (subtype.isName() && subtype.getName() == "/Image") paint(dictionary);
        else if (subtype.isName() && subtype.getName() == "/Form") enter(object, dictionary);
    }

    void paint(QPDFObjectHandle image) {
        Extent extent;
        for (const auto& [x, y] : {std::array{0.0, 0.0}, {1.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}}) extent.add(now_.ctm.at(x, y));
        const auto integer = [&](const char* key) {
            auto value = image.getKey(key);
            return value.isInteger() ? std::clamp(value.getIntValueAsInt(), 0, 1 << 24) : 0;
        };
        const bool mask = image.getKey("/ImageMask").isBool() && image.getKey("/ImageMask").getBoolValue();
        if (content_.images.size() < 20'000)
            content_.images.push_back({order_++, frame_.to_viewer(extent.left, extent.bottom, extent.right, extent.top), integer("/Width"),
                                       integer("/Height"), mask || integer("/BitsPerComponent") == 1,
                                       !mask && !now_.see_through && !image.hasKey("/SMask") && !image.hasKey("/Mask")});
    }

    void enter(QPDFObjectHandle form, QPDFObjectHandle dictionary) {
        if (depth_ >= deepest_form) {
            content_.complete = false;
            return;
        }
        const State outer = now_;
        const auto stack = std::exchange(stack_, {});
        const auto operands = std::exchange(operands_, {});
        auto matrix = dictionary.getKey("/Matrix");
        if (matrix.isArray() && matrix.getArrayNItems() == 6) now_.ctm = matrix_of(matrix.getArrayAsVector()).then(now_.ctm);
        auto resources = dictionary.getKey("/Resources");
        ++depth_;
        follow(form, resources.isDictionary() ? resources : resources_);
        --depth_;
        now_ = outer;
        stack_ = stack;
        operands_ = operands;
    }

    PageContent& content_;
    const PageFrame& frame_;
    QPDFObjectHandle resources_ = QPDFObjectHandle::newNull();
    std::vector<QPDFObjectHandle> operands_;
    std::vector<State> stack_;
    State now_;
    Matrix line_, begun_;
    Extent path_;
    int order_ = 0, operators_ = 0, depth_ = 0;
};

}  // namespace

const PaintedImage* PageContent::full_page_image() const {
    for (const auto& image : images)
        if (intersection(image.box, {0, 0, 1, 1}).area() > 0.85 && image.width > 100 && image.height > 100) return &image;
    return nullptr;
}

Box PageFrame::to_viewer(double left, double bottom, double right, double top) const {
    if (width <= 0 || height <= 0) return {};
    const Box upright{(left - x0) / width, 1 - (top - y0) / height, (right - left) / width, (top - bottom) / height};
    return turned(upright, rotate);
}

PageFrame frame_of(QPDFPageObjectHelper& page) {
    PageFrame frame;
    auto box = page.getCropBox();
    if (box.isRectangle()) {
        const auto r = box.getArrayAsRectangle();
        frame.x0 = std::min(r.llx, r.urx);
        frame.y0 = std::min(r.lly, r.ury);
        frame.width = std::abs(r.urx - r.llx);
        frame.height = std::abs(r.ury - r.lly);
    }
    auto rotate = page.getAttribute("/Rotate", false);
    if (rotate.isInteger()) frame.rotate = ((rotate.getIntValueAsInt() % 360) + 360) % 360 / 90 * 90;
    auto unit = page.getObjectHandle().getKey("/UserUnit");
    if (unit.isNumber() && unit.getNumericValue() > 0) frame.unit = unit.getNumericValue();
    return frame;
}

PageContent content_of(QPDFPageObjectHelper page) {
    PageContent content;
    try {
        const PageFrame frame = frame_of(page);
        const bool sideways = frame.rotate % 180 != 0;
        content.width = (sideways ? frame.height : frame.width) * frame.unit;
        content.height = (sideways ? frame.width : frame.height) * frame.unit;
        Interpreter interpreter(content, frame);
        interpreter.follow(page.getObjectHandle(), page.getAttribute("/Resources", false));
    } catch (const std::exception&) {
        content.complete = false;
    }
    return content;
}

}  // namespace paraphe::pages
