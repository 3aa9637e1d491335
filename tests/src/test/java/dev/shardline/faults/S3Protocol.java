package dev.shardline.faults;

import dev.shardline.storage.ObjectLocation;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// The part of S3 that Shardline speaks, over objects on the heap: keys may be anything and are
/// listed in UTF-8 order, conditions on writes hold. Nobody checks signatures. Safe for many
/// threads.
final class S3Protocol {
  private static final String METADATA = "x-amz-meta-";

  private final Map<String, ConcurrentNavigableMap<String, StoredBytes>> buckets =
      new ConcurrentHashMap<>();
  private final MultipartUploads uploads = new MultipartUploads();

  /// A bucket's objects, in key order; the bucket is made if there is none.
  ConcurrentNavigableMap<String, StoredBytes> bucket(String name) {
    return buckets.computeIfAbsent(
        name, _ -> new ConcurrentSkipListMap<>(ObjectLocation.KEY_ORDER));
  }

  HttpReply answer(HttpRequest request) {
    int slash = request.path().indexOf('/', 1);
    String bucketName =
        slash < 0 ? request.path().substring(1) : request.path().substring(1, slash);
    String key = slash < 0 ? "" : request.path().substring(slash + 1);
    ConcurrentNavigableMap<String, StoredBytes> bucket = buckets.get(bucketName);
    if (bucket == null) {
      return HttpReply.error(404, "NoSuchBucket");
    }
    return key.isEmpty()
        ? ListingXml.answer(bucketName, bucket, request.query())
        : answer(request, bucket, key);
  }

  private HttpReply answer(
      HttpRequest request, ConcurrentNavigableMap<String, StoredBytes> bucket, String key) {
    if (MultipartUploads.concerns(request)) {
      return uploads.answer(request, bucket, key);
    }
    return switch (request.method()) {
      case "GET" -> get(request, bucket.get(key));
      case "HEAD" -> get(request, bucket.get(key)).withoutBody();
      case "PUT" -> put(request, bucket, key);
      case "DELETE" -> {
        bucket.remove(key);
        yield HttpReply.empty(204);
      }
      default -> HttpReply.error(405, "MethodNotAllowed");
    };
  }

  private static HttpReply get(HttpRequest request, @Nullable StoredBytes object) {
    if (object == null) {
      return HttpReply.error(404, "NoSuchKey");
    }
    if (!request.header("if-match").map(quoted(object)::equals).orElse(true)) {
      return HttpReply.error(412, "PreconditionFailed");
    }
    Map<String, String> headers = new TreeMap<>(object.metadata());
    headers.put("ETag", quoted(object));
    Optional<String> range = request.header("range");
    return range.isEmpty()
        ? HttpReply.of(200, headers, object.bytes())
        : partial(object, headers, range.get());
  }

  private static HttpReply partial(StoredBytes object, Map<String, String> headers, String range) {
    String[] bounds = range.substring("bytes=".length()).split("-", -1);
    int total = object.bytes().length;
    long from = Long.parseLong(bounds[0]);
    long to = bounds[1].isEmpty() ? total - 1L : Math.min(Long.parseLong(bounds[1]), total - 1L);
    if (from >= total) {
      return HttpReply.error(416, "InvalidRange");
    }
    headers.put("Content-Range", "bytes %d-%d/%d".formatted(from, to, total));
    return HttpReply.of(206, headers, Arrays.copyOfRange(object.bytes(), (int) from, (int) to + 1));
  }

  private static HttpReply put(
      HttpRequest request, ConcurrentNavigableMap<String, StoredBytes> bucket, String key) {
    Map<String, String> metadata = new TreeMap<>(request.headers());
    metadata.keySet().removeIf(name -> !name.startsWith(METADATA));
    StoredBytes object = StoredBytes.of(request.body(), metadata);
    boolean onlyIfAbsent = request.header("if-none-match").filter("*"::equals).isPresent();
    if (onlyIfAbsent && bucket.putIfAbsent(key, object) != null) {
      return HttpReply.error(412, "PreconditionFailed");
    }
    if (!onlyIfAbsent) {
      bucket.put(key, object);
    }
    return HttpReply.of(200, Map.of("ETag", quoted(object)), new byte[0]);
  }

  private static String quoted(StoredBytes object) {
    return "\"" + object.etag() + "\"";
  }
}
