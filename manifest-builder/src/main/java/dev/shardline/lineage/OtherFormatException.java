package dev.shardline.lineage;

/// A file of ours is of a form that this version does not read: another version wrote it. Trying
/// again cannot help.
public final class OtherFormatException extends DamagedFileException {
  private static final long serialVersionUID = 1L;

  public OtherFormatException(String place, String finding) {
    super(place, finding);
  }
}
