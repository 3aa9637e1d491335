package dev.shardline.inspect.shard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.shard.RecordSpan;
import dev.shardline.shard.TfRecordIndex;
import java.io.IOException;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/// Looks into the index beside a TFRecord shard, and holds it to the shard's size if that is there.
public final class TfRecordIndexInspector implements Inspector {
  private static final String SUFFIX = ".idx";
  private static final int LISTED = 20;

  @Override
  public String format() {
    return "TFRecord index";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return file.name().endsWith(SUFFIX);
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    LongSummaryStatistics sizes = new LongSummaryStatistics();
    ArrayNode listed = CanonicalJson.object().putArray("first-records");
    try (TfRecordIndex index = new TfRecordIndex(file.open())) {
      for (Optional<RecordSpan> next = index.next(); next.isPresent(); next = index.next()) {
        RecordSpan span = next.get();
        if (listed.size() < LISTED) {
          listed
              .addObject()
              .put("record", sizes.getCount())
              .put("offset", span.offset())
              .put("bytes", span.length());
        }
        sizes.accept(span.length());
      }
    }
    ObjectNode facts =
        CanonicalJson.object().put("records", sizes.getCount()).put("bytes", sizes.getSum());
    if (sizes.getCount() > 0) {
      facts.put("smallest-record", sizes.getMin()).put("largest-record", sizes.getMax());
    }
    facts.put("shard", shardOf(file, sizes.getSum())).set("first-records", listed);
    return Inspection.of(format(), facts);
  }

  private static String shardOf(InspectedFile file, long end)
      throws IOException, MalformedDataException {
    String stem = file.name().substring(0, file.name().length() - SUFFIX.length());
    String name = stem + ".tfrecord";
    Optional<InspectedFile> shard = file.sibling(name);
    if (shard.isEmpty()) {
      return "no " + name + " beside it";
    }
    if (shard.get().size() != end) {
      throw new MalformedDataException(
          Reason.MALFORMED,
          "end of the last record",
          shard.get().size() + ", the size of " + name,
          end + "");
    }
    return name;
  }
}
