#include "imaging/loading.hpp"

#include <filesystem>

namespace paraphe::imaging {

Result<cv::dnn::Net> load_net(const std::string& onnx, const char* what) {
    if (!std::filesystem::exists(onnx)) return fail(ErrorKind::not_found, std::string("no model of the ") + what, onnx);
    try {
        auto net = cv::dnn::readNetFromONNX(onnx);
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        return net;
    } catch (const cv::Exception& e) {
        return fail(ErrorKind::damaged, e.what(), onnx);
    }
}

}  // namespace paraphe::imaging
