package dev.shardline.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request of HTTP/1.1, read whole.
///
/// @param path percent-decoded, with its leading slash
/// @param query percent-decoded; a parameter without `=` has an empty value
/// @param headers by lower-case name; of repeated headers the last
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {
  /// Reads the next request of a connection; empty if the client closed it.
  static Optional<HttpRequest> read(InputStream in, OutputStream out) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] words = first.split(" ");
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    byte[] body = body(in, headers);
    int mark = words[1].indexOf('?');
    String path = mark < 0 ? words[1] : words[1].substring(0, mark);
    return Optional.of(
        new HttpRequest(
            words[0],
            decoded(path.replace("+", "%2B")),
            mark < 0 ? Map.of() : query(words[1].substring(mark + 1)),
            headers,
            body));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("The client broke off its request");
    }
    boolean chunked = headers.getOrDefault("x-amz-content-sha256", "").startsWith("STREAMING-");
    return chunked ? unchunked(body) : body;
  }

  /// Joins the chunks of AWS's own chunked encoding, whose signatures nobody checks here.
  private static byte[] unchunked(byte[] body) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(body.length);
    InputStream in = new ByteArrayInputStream(body);
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      joined.write(in.readNBytes(size));
      line(in);
    }
    return joined.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    String header = line(in);
    int semicolon = header.indexOf(';');
    return Integer.parseInt(semicolon < 0 ? header : header.substring(0, semicolon), 16);
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String parameter : text.split("&")) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      query.put(decoded(name), equals < 0 ? "" : decoded(parameter.substring(equals + 1)));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// The next line without its end; empty at the end of the stream.
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }
}
