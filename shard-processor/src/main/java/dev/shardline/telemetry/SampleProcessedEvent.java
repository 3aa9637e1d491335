package dev.shardline.telemetry;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A flight recorder event: one sample's time on a core. Costs nothing unless a recording asks for
/// it.
@Name("dev.shardline.SampleProcessed")
@Label("Sample processed")
@Category("Shardline")
@Description("Digest, recipe and encoding of one sample")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
public final class SampleProcessedEvent extends Event {
  @Label("Sample")
  private String sample = "";

  @Label("Fate")
  private String fate = "";

  @Label("Bytes read")
  @DataAmount
  private long bytes;

  /// Ends the event and gives it to the recording, if there is one.
  ///
  /// @param id the sample
  /// @param outcome written, dropped or quarantined
  /// @param bytesRead the size of its objects
  public void end(String id, String outcome, long bytesRead) {
    end();
    if (shouldCommit()) {
      sample = id;
      fate = outcome;
      bytes = bytesRead;
      commit();
    }
  }
}
