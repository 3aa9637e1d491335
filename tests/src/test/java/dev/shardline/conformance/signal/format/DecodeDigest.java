package dev.shardline.conformance.signal.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What one of the field's readers makes of a recording; a row of `decode-digests.tsv`, which
/// `make_decode_digests.py` beside it writes and explains.
record DecodeDigest(
    String file, String reader, List<String> labels, int timePoints, String sha256) {
  static Stream<DecodeDigest> all() {
    try (InputStream table =
        Objects.requireNonNull(DecodeDigest.class.getResourceAsStream("decode-digests.tsv"))) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(DecodeDigest::parse);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static DecodeDigest parse(String line) {
    String[] cells = line.split("\t");
    return new DecodeDigest(
        cells[0], cells[1], List.of(cells[2].split("\\|")), Integer.parseInt(cells[3]), cells[4]);
  }

  @Override
  public String toString() {
    return file + " as by " + reader;
  }
}
