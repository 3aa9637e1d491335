package dev.shardline.lineage;

import java.io.IOException;

/// A file of ours does not hold what we write: it was cut, changed, or written by something else.
public class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String finding;

  public DamagedFileException(String place, String finding) {
    super("%s is damaged: %s".formatted(place, finding));
    this.place = place;
    this.finding = finding;
  }

  /// Where the file lies.
  public String place() {
    return place;
  }

  /// What is wrong with it.
  public String finding() {
    return finding;
  }
}
