package dev.shardline.inspect;

import java.awt.image.BufferedImage;

/// Something a file holds, as a picture for people. Needs no screen and no fonts; the same content
/// gives the same pixels.
@FunctionalInterface
public interface Drawing {
  /// Draws it; may take seconds for large content.
  BufferedImage draw();
}
