package dev.shardline.listing.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.UsageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// An inventory's `manifest.json` (Amazon S3 user guide, "Locating your inventory list").
///
/// @param sourceBucket whose objects it lists
/// @param columns of a CSV inventory, in the files' order; of no meaning for Parquet
public record InventoryManifest(
    String sourceBucket, Format format, List<String> columns, List<DataFile> files) {
  /// How the data files are written.
  public enum Format {
    CSV,
    PARQUET
  }

  /// A data file.
  ///
  /// @param key in the destination bucket
  /// @param md5 of its bytes, hexadecimal
  public record DataFile(String key, long bytes, String md5) {
    String name() {
      return key.substring(key.lastIndexOf('/') + 1);
    }
  }

  public InventoryManifest {
    columns = List.copyOf(columns);
    files = List.copyOf(files);
  }

  /// Reads the file.
  ///
  /// @param place where it lies, for messages
  /// @throws UsageException if the bytes are no such manifest, or name a format that is not read
  public static InventoryManifest parse(byte[] bytes, Object place) {
    JsonNode root;
    try {
      root = CanonicalJson.parse(bytes);
    } catch (IOException e) {
      throw new UsageException(
          "The inventory %s is no JSON: %s".formatted(place, e.getMessage()), e);
    }
    return new InventoryManifest(
        text(root, "sourceBucket", place),
        format(text(root, "fileFormat", place), place),
        Arrays.stream(text(root, "fileSchema", place).split(",")).map(String::strip).toList(),
        files(root, place));
  }

  private static List<DataFile> files(JsonNode root, Object place) {
    if (!root.path("files").isArray()) {
      throw malformed(place, "files");
    }
    List<DataFile> files = new ArrayList<>();
    for (JsonNode file : root.path("files")) {
      if (!file.path("size").canConvertToLong() || !file.path("size").isIntegralNumber()) {
        throw malformed(place, "files[].size");
      }
      files.add(
          new DataFile(
              text(file, "key", place),
              file.path("size").asLong(),
              text(file, "MD5checksum", place).toLowerCase(Locale.ROOT)));
    }
    return files;
  }

  private static String text(JsonNode node, String field, Object place) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw malformed(place, field);
    }
    return value.asText();
  }

  private static Format format(String text, Object place) {
    return switch (text) {
      case "CSV" -> Format.CSV;
      case "Parquet" -> Format.PARQUET;
      default ->
          throw new UsageException(
              "The inventory %s is of the format %s; Shardline reads CSV and Parquet"
                  .formatted(place, text));
    };
  }

  private static UsageException malformed(Object place, String field) {
    return new UsageException(
        "%s is no manifest.json of an S3 Inventory: its field \"%s\" is missing or of another type"
            .formatted(place, field));
  }
}
