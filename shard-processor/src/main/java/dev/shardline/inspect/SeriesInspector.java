package dev.shardline.inspect;

import dev.shardline.failure.MalformedDataException;
import java.io.IOException;

/// An inspector of files of which several make one volume.
public interface SeriesInspector extends Inspector {
  /// What a file holds together with those beside it that belong to its series.
  Inspection inspectSeries(InspectedFile file) throws IOException, MalformedDataException;
}
