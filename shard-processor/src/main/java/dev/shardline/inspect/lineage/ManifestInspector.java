package dev.shardline.inspect.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.manifest.SageMakerManifestParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Looks into SageMaker ManifestFiles of any length.
public final class ManifestInspector implements Inspector {
  private static final int LISTED = 20;
  private static final Signature SIGNATURE = new Signature("[{\"prefix\"");

  @Override
  public String format() {
    return "ManifestFile";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return SIGNATURE.isOf(file) || file.name().endsWith(".manifest");
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    ObjectNode facts = CanonicalJson.object();
    ArrayNode first = facts.arrayNode();
    AtomicLong count = new AtomicLong();
    try (InputStream in = file.open()) {
      String prefix =
          SageMakerManifestParser.stream(
              in,
              suffix -> {
                if (count.getAndIncrement() < LISTED) {
                  first.addObject().put("suffix", suffix);
                }
              });
      facts.put("prefix", prefix).put("objects", count.get()).set("first-objects", first);
    }
    return Inspection.of(format(), facts);
  }
}
