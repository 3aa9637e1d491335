package dev.shardline.faults;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a server answers.
///
/// @param headers without the length, which the body tells
/// @param length what the header tells of the body's length; differs from it for a HEAD request
/// @param body the bytes to send
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpReply(int status, Map<String, String> headers, long length, byte[] body) {
  static HttpReply of(int status, Map<String, String> headers, byte[] body) {
    return new HttpReply(status, headers, body.length, body);
  }

  static HttpReply empty(int status) {
    return of(status, Map.of(), new byte[0]);
  }

  static HttpReply xml(int status, String document) {
    return of(
        status,
        Map.of("Content-Type", "application/xml"),
        document.getBytes(StandardCharsets.UTF_8));
  }

  /// S3's way to say what went wrong.
  static HttpReply error(int status, String code) {
    return xml(
        status,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message></Error>"
            .formatted(code, "The server says " + code));
  }

  /// The same answer to a HEAD request: the headers, no body.
  HttpReply withoutBody() {
    return new HttpReply(status, headers, length, new byte[0]);
  }

  HttpReply withBody(byte[] otherBody) {
    return new HttpReply(status, headers, length, otherBody);
  }

  /// The header as it goes over the wire.
  byte[] head() {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Length", Long.toString(length));
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" -\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
