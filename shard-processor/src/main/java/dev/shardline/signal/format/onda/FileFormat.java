package dev.shardline.signal.format.onda;

import java.util.Optional;

/// How the stored numbers of a signal are filed.
public enum FileFormat {
  /// Time point by time point, no header.
  LPCM("lpcm"),
  /// The same bytes, compressed with zstd; read from the start only.
  LPCM_ZST("lpcm.zst");

  private final String tableName;

  FileFormat(String tableName) {
    this.tableName = tableName;
  }

  /// As the signal table has it.
  public String tableName() {
    return tableName;
  }

  static Optional<FileFormat> ofTableName(String name) {
    for (FileFormat format : values()) {
      if (format.tableName.equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
