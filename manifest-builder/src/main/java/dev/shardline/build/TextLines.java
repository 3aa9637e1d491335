package dev.shardline.build;

import dev.shardline.column.TextDictionary;
import dev.shardline.failure.UsageException;
import dev.shardline.storage.ByteRange;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectVersion;
import dev.shardline.storage.StorageFailure;
import dev.shardline.storage.StoreProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// Reads the lines of a text file: UTF-8, LF or CR LF, a byte order mark or none; empty lines and
/// repeated ones count for nothing.
final class TextLines {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private TextLines() {}

  /// @throws UsageException if the file cannot be read or has no line
  static TextDictionary read(ObjectLocation location, StoreProvider stores) {
    TextDictionary lines = new TextDictionary();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                stores.storeOf(location).open(location, ObjectVersion.ANY, ByteRange.ALL),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        if (!text.isBlank()) {
          lines.add(text);
        }
      }
    } catch (IOException e) {
      throw StorageFailure.ending(e);
    }
    if (lines.size() == 0) {
      throw new UsageException("The list %s is empty".formatted(location));
    }
    return lines;
  }
}
