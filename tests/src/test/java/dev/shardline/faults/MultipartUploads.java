package dev.shardline.faults;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Objects on their way up in parts. Safe for many threads.
final class MultipartUploads {
  private final Map<String, ConcurrentNavigableMap<Integer, byte[]>> parts =
      new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  static boolean concerns(HttpRequest request) {
    return request.query().containsKey("uploads") || request.query().containsKey("uploadId");
  }

  HttpReply answer(
      HttpRequest request, ConcurrentNavigableMap<String, StoredBytes> bucket, String key) {
    if (request.query().containsKey("uploads")) {
      String id = "upload-" + count.incrementAndGet();
      parts.put(id, new ConcurrentSkipListMap<>());
      return HttpReply.xml(
          200,
          "<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>"
              .formatted(id));
    }
    String id = request.query().getOrDefault("uploadId", "");
    ConcurrentNavigableMap<Integer, byte[]> uploaded = parts.get(id);
    if (uploaded == null) {
      return HttpReply.error(404, "NoSuchUpload");
    }
    return switch (request.method()) {
      case "PUT" -> part(request, uploaded);
      case "POST" -> complete(id, uploaded, bucket, key);
      default -> {
        parts.remove(id);
        yield HttpReply.empty(204);
      }
    };
  }

  private static HttpReply part(
      HttpRequest request, ConcurrentNavigableMap<Integer, byte[]> uploaded) {
    uploaded.put(Integer.valueOf(request.query().get("partNumber")), request.body());
    return HttpReply.of(
        200,
        Map.of("ETag", "\"" + StoredBytes.of(request.body(), Map.of()).etag() + "\""),
        new byte[0]);
  }

  private HttpReply complete(
      String id,
      ConcurrentNavigableMap<Integer, byte[]> uploaded,
      ConcurrentNavigableMap<String, StoredBytes> bucket,
      String key) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    uploaded.values().forEach(whole::writeBytes);
    StoredBytes object = StoredBytes.of(whole.toByteArray(), Map.of());
    bucket.put(key, object);
    parts.remove(id);
    return HttpReply.xml(
        200,
        "<CompleteMultipartUploadResult><ETag>\"%s\"</ETag></CompleteMultipartUploadResult>"
            .formatted(object.etag()));
  }
}
