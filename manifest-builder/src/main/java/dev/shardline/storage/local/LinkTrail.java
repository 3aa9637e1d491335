package dev.shardline.storage.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The folders passed on the way to a folder, links resolved, so that a link back to one of them is
/// seen to be a loop.
final class LinkTrail {
  private final @Nullable LinkTrail before;
  private final Path realPath;

  private LinkTrail(@Nullable LinkTrail before, Path realPath) {
    this.before = before;
    this.realPath = realPath;
  }

  /// The way from the root to a folder, which need not exist.
  static LinkTrail to(Path folder) throws IOException {
    Path parent = folder.getParent();
    return parent == null ? new LinkTrail(null, folder) : to(parent).into(folder);
  }

  /// The way on to `folder`, which lies in this trail's folder.
  LinkTrail into(Path folder) throws IOException {
    Path name = folder.getFileName();
    Path real =
        Files.isSymbolicLink(folder) && Files.exists(folder)
            ? folder.toRealPath()
            : name == null ? realPath : realPath.resolve(name);
    return new LinkTrail(this, real);
  }

  /// Whether the way leads through the same folder twice.
  boolean isLoop() {
    for (LinkTrail passed = before; passed != null; passed = passed.before) {
      if (passed.realPath.equals(realPath)) {
        return true;
      }
    }
    return false;
  }
}
