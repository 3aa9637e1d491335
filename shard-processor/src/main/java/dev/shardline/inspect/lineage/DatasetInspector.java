package dev.shardline.inspect.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspector;
import dev.shardline.manifest.DatasetDescription;
import dev.shardline.manifest.DatasetDescriptionParser;
import dev.shardline.manifest.SplitDescription;
import java.io.IOException;

/// Looks into `dataset.json`.
public final class DatasetInspector implements Inspector {
  private static final Signature SIGNATURE = new Signature("{\n  \"dataset\":");

  @Override
  public String format() {
    return "dataset.json";
  }

  @Override
  public boolean recognises(InspectedFile file) {
    return SIGNATURE.isOf(file);
  }

  @Override
  public Inspection inspect(InspectedFile file) throws IOException, MalformedDataException {
    byte[] bytes = file.bytes();
    DatasetDescription dataset = DatasetDescriptionParser.parse(bytes);
    ObjectNode facts =
        CanonicalJson.object()
            .put("name", dataset.name())
            .put("digest", Digest.of(bytes).hex())
            .put("software", dataset.software());
    dataset.previous().ifPresent(previous -> facts.put("grew-from", previous.hex()));
    facts
        .put("source", String.join(" ", dataset.source().locations()))
        .put("listed", dataset.source().listed())
        .put("excluded", dataset.source().excluded())
        .put("samples", dataset.source().counts().samples())
        .put("objects", dataset.source().counts().objects())
        .put("bytes", dataset.source().counts().bytes());
    ArrayNode splits = facts.putArray("splits");
    dataset.splits().forEach(split -> addSplit(splits.addObject(), split));
    ArrayNode findings = facts.putArray("findings");
    dataset
        .findings()
        .forEach(finding ->
            findings
                .addObject()
                .put("severity", finding.severity().fileName())
                .put("check", finding.check())
                .put("affected", finding.affected())
                .put("message", finding.message()));
    return Inspection.of(format(), facts);
  }

  private static void addSplit(ObjectNode row, SplitDescription split) {
    row.put("split", split.split().name())
        .put("share", split.share())
        .put("samples", split.counts().samples())
        .put("subjects", split.subjects())
        .put("bytes", split.counts().bytes())
        .put("parts", split.parts().size());
    split.classes().forEach(count -> row.put(count.label().name(), count.samples()));
  }
}
