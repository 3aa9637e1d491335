package dev.shardline.storage.s3;

/// The fast reading of a listing does not cover what stands there.
final class UnusualXmlException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusualXmlException() {
    super("unusual", null, false, false);
  }
}
