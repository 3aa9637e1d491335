package dev.shardline.cli.run;

import dev.shardline.cli.session.Session;
import dev.shardline.run.RunFolder;
import dev.shardline.telemetry.Pace;
import java.io.IOException;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows how many parts of a run are committed: a bar on a terminal, now and then a line in a log.
/// Asks the run's own folder, so that it does not matter where the workers are.
final class PartsProgress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartsProgress.class);

  private final RunFolder folder;
  private final int parts;
  private final @Nullable ProgressBar bar;
  private final boolean silent;
  private int told = -1;
  private @Nullable Pace pace;

  private PartsProgress(RunFolder folder, int parts, @Nullable ProgressBar bar, boolean silent) {
    this.folder = folder;
    this.parts = parts;
    this.bar = bar;
    this.silent = silent;
  }

  static PartsProgress of(Session session, RunFolder folder, int parts) {
    boolean terminal = System.console() != null && System.console().isTerminal();
    boolean draws = session.isTalkative() && !session.isJson() && terminal;
    return new PartsProgress(folder, parts, draws ? draw(parts) : null, !session.isTalkative());
  }

  private static ProgressBar draw(int parts) {
    return new ProgressBarBuilder()
        .setTaskName("parts")
        .setInitialMax(parts)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .build();
  }

  /// Looks, and shows what changed.
  void tick() {
    if (silent) {
      return;
    }
    try {
      int committed = folder.committed().size();
      if (pace == null) {
        pace = new Pace(parts, committed, System.nanoTime());
      }
      if (bar != null) {
        bar.stepTo(committed);
      } else if (committed != told) {
        LOG.info(
            "{} of {} parts committed{}",
            committed,
            parts,
            pace.text(committed, System.nanoTime()));
      }
      told = committed;
    } catch (IOException e) {
      // Progress is a courtesy: the workers meet the same store and say what is wrong.
      LOG.debug("Progress unknown: {}", e.toString());
    }
  }

  @Override
  public void close() {
    tick();
    if (bar != null) {
      bar.close();
    }
  }
}
