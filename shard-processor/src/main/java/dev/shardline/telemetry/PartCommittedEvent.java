package dev.shardline.telemetry;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A flight recorder event: one part's sealing and publishing. Costs nothing unless a recording
/// asks for it.
@Name("dev.shardline.PartCommitted")
@Label("Part committed")
@Category("Shardline")
@Description("Sealing and publishing of one part")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class PartCommittedEvent extends Event {
  @Label("Part")
  private String part = "";

  @Label("Bytes written")
  @DataAmount
  private long bytes;

  /// Ends the event and gives it to the recording, if there is one.
  ///
  /// @param id the part
  /// @param bytesWritten the size of its shards
  public void end(String id, long bytesWritten) {
    end();
    if (shouldCommit()) {
      part = id;
      bytes = bytesWritten;
      commit();
    }
  }
}
