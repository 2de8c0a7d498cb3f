#include "core/protocol/caption_messages.h"

#include "core/protocol/internal/fields.h"

namespace fusefind {

namespace {

constexpr size_t kMostCaptions = 100;

Result<NearCaption> nearCaptionFromJson(const Json& json) {
    NearCaption caption;
    FieldReader fields(json, "a caption");
    fields.text("text", caption.text);
    fields.number("score", caption.score, -2, 2);
    return fields.finish(caption);
}

} // namespace

Json toJson(const CaptionsRequest& request) {
    Json json{{"path", pathJson(request.path)}, {"top", request.top}};
    writeOptional(json, "startSeconds", request.startSeconds);
    return json;
}

Json toJson(const CaptionsAnswer& answer) {
    return {{"captions", listJson(answer.captions, [](const NearCaption& caption) {
                 return Json{{"text", caption.text}, {"score", caption.score}};
             })}};
}

Result<CaptionsRequest> captionsRequestFromJson(const Json& json) {
    CaptionsRequest request;
    FieldReader fields(json, "the question for captions");
    fields.file("path", request.path);
    fields.whole("top", request.top, size_t{1}, kMostCaptions);
    fields.optional("startSeconds", request.startSeconds,
                    [&](double& start) { fields.number("startSeconds", start, 0, kMostSeconds); });
    return fields.finish(request);
}

Result<CaptionsAnswer> captionsAnswerFromJson(const Json& json) {
    CaptionsAnswer answer;
    FieldReader fields(json, "the captions");
    fields.list("captions", answer.captions, nearCaptionFromJson);
    return fields.finish(answer);
}

} // namespace fusefind
