package dev.shardline.faults;

import dev.shardline.storage.ObjectLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A server with one bucket of very many keys that answers listings only, after a fixed time and
/// with next to no work: the answers' entries are rendered in advance. For measuring clients. Safe
/// for many threads.
public final class RenderedBucket implements AutoCloseable {
  private static final int PAGE = 1000;
  private static final byte[] ROOT_END = "</ListBucketResult>".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NOTHING = new byte[0];

  private final String[] keys;
  private final int[] entryEnds;
  private final byte[] entries;
  private final Duration latency;
  private final HttpServer server;

  private RenderedBucket(List<String> keys, Duration latency) throws IOException {
    this.keys = keys.stream().sorted(ObjectLocation.KEY_ORDER).toArray(String[]::new);
    this.entryEnds = new int[this.keys.length];
    this.entries = render();
    this.latency = latency;
    this.server = HttpServer.start(this::handle);
  }

  public static RenderedBucket start(List<String> keys, Duration latency) throws IOException {
    return new RenderedBucket(keys, latency);
  }

  public URI endpoint() {
    return server.endpoint();
  }

  private byte[] render() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < keys.length; i++) {
      String entry =
          "<Contents><Key>%s</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>&quot;%032x&quot;</ETag><Size>%d</Size><StorageClass>STANDARD</StorageClass></Contents>"
              .formatted(encoded(keys[i]), i, 10_000 + i % 1000);
      all.writeBytes(entry.getBytes(StandardCharsets.UTF_8));
      entryEnds[i] = all.size();
    }
    return all.toByteArray();
  }

  private boolean handle(HttpRequest request, HttpServer.Connection connection)
      throws IOException, InterruptedException {
    Thread.sleep(latency);
    if (request.query().containsKey("delimiter")) {
      connection.send(folders(request));
    } else {
      sendPage(request.query(), connection.out());
    }
    return true;
  }

  /// Sends a page: its entries go out as they lie in memory.
  private void sendPage(Map<String, String> query, OutputStream out) throws IOException {
    String prefix = query.getOrDefault("prefix", "");
    String start = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
    int from = Math.max(firstFrom(prefix), start.isEmpty() ? 0 : firstFrom(start + "\0"));
    int end = firstFrom(prefix + "\uDBFF\uDFFF");
    int to = Math.clamp(from + PAGE, 0, Math.max(from, end));
    int first = from == 0 ? 0 : entryEnds[from - 1];
    int length = to > from ? entryEnds[to - 1] - first : 0;
    byte[] head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>%s</IsTruncated>%s"
            .formatted(
                to < end,
                to < end
                    ? "<NextContinuationToken>%s</NextContinuationToken>".formatted(keys[to - 1])
                    : "")
            .getBytes(StandardCharsets.UTF_8);
    long whole = (long) head.length + length + ROOT_END.length;
    out.write(new HttpReply(200, Map.of("Content-Type", "application/xml"), whole, NOTHING).head());
    out.write(head);
    out.write(entries, first, length);
    out.write(ROOT_END);
    out.flush();
  }

  private HttpReply folders(HttpRequest request) {
    String prefix = request.query().getOrDefault("prefix", "");
    StringBuilder folders = new StringBuilder();
    int count = 0;
    int at = firstFrom(prefix);
    while (at < keys.length && keys[at].startsWith(prefix) && count < PAGE) {
      int slash = keys[at].indexOf('/', prefix.length());
      if (slash >= 0) {
        String folder = keys[at].substring(0, slash + 1);
        folders.append(
            "<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>".formatted(encoded(folder)));
        at = firstFrom(folder + "\uDBFF\uDFFF");
      } else {
        at++;
      }
      count++;
    }
    boolean more = at < keys.length && keys[at].startsWith(prefix);
    return HttpReply.xml(
        200,
        "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>%s</IsTruncated>%s</ListBucketResult>"
            .formatted(more, folders));
  }

  /// The index of the first key that is not before `key`.
  private int firstFrom(String key) {
    int found = Arrays.binarySearch(keys, key, ObjectLocation.KEY_ORDER);
    return found >= 0 ? found : -found - 1;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
