package dev.shardline.worker;

import dev.shardline.dataset.PartId;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// Names in the log the samples that gave no record: those in quarantine as warnings, dropped ones
/// for whoever debugs. A JSON log has sample, part and reason as pairs of their own. For one
/// thread.
final class SampleLog {
  private static final Logger LOG = LoggerFactory.getLogger(SampleLog.class);

  /// So many warnings; a whole data set of bad samples would drown all else.
  private static final int NAMED = 100;

  private int quarantined;

  /// Tells of a sample that has just been done.
  void tell(PartId part, SampleEntry entry) {
    switch (entry.fate()) {
      case SampleFate.Written _ -> {}
      case SampleFate.Dropped drop ->
          line(LOG.atDebug(), part, entry)
              .addKeyValue("rule", drop.rule())
              .log("dropped {}: {}: {}", entry.sample(), drop.rule(), drop.detail());
      case SampleFate.Quarantined failure -> quarantined(part, entry, failure);
    }
  }

  private void quarantined(PartId part, SampleEntry entry, SampleFate.Quarantined failure) {
    quarantined++;
    if (quarantined <= NAMED) {
      String reason = failure.reason().fileName();
      line(LOG.atWarn(), part, entry)
          .addKeyValue("reason", reason)
          .log("quarantined {}: {}: {}", entry.sample(), reason, failure.detail());
    } else if (quarantined == NAMED + 1) {
      LOG.warn("more than {} samples are quarantined; the ledgers name them all", NAMED);
    }
  }

  private static LoggingEventBuilder line(
      LoggingEventBuilder event, PartId part, SampleEntry entry) {
    return event.addKeyValue("sample", entry.sample()).addKeyValue("part", part);
  }
}
