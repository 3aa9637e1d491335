package dev.shardline.manifest;

import static dev.shardline.manifest.JsonFields.list;
import static dev.shardline.manifest.JsonFields.number;
import static dev.shardline.manifest.JsonFields.smallNumber;
import static dev.shardline.manifest.JsonFields.text;
import static dev.shardline.manifest.JsonFields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.dataset.ClassLabel;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import java.util.List;

/// Reads and writes `dataset.json` (docs/FORMATS.md).
public final class DatasetDescriptionParser {
  /// The version of the file's form.
  static final int FORMAT = 1;

  private DatasetDescriptionParser() {}

  /// The bytes of the file; equal descriptions give equal bytes.
  public static byte[] toBytes(DatasetDescription dataset) {
    ObjectNode root =
        CanonicalJson.object()
            .put("dataset", FORMAT)
            .put("name", dataset.name())
            .put("software", dataset.software());
    dataset.previous().ifPresent(digest -> root.put("previous", digest.hex()));
    root.set("source", source(dataset.source()));
    ArrayNode splits = root.putArray("splits");
    dataset.splits().forEach(split -> splits.add(split(split)));
    files(root.putArray("files"), dataset.files());
    ArrayNode findings = root.putArray("findings");
    dataset.findings().forEach(finding -> findings.add(finding(finding)));
    root.set("spec", dataset.spec());
    return CanonicalJson.file(root);
  }

  private static ObjectNode source(SourceDescription source) {
    ObjectNode node = CanonicalJson.object();
    source.locations().forEach(node.putArray("locations")::add);
    node.put("listed", source.listed()).put("excluded", source.excluded());
    counts(node, source.counts());
    return node;
  }

  private static ObjectNode split(SplitDescription split) {
    ObjectNode node =
        CanonicalJson.object().put("split", split.split().name()).put("share", split.share());
    counts(node, split.counts());
    node.put("subjects", split.subjects());
    ArrayNode classes = node.putArray("classes");
    for (ClassCount count : split.classes()) {
      classes
          .addObject()
          .put("index", count.label().index())
          .put("name", count.label().name())
          .put("samples", count.samples());
    }
    files(node.putArray("manifests"), split.manifests());
    ArrayNode parts = node.putArray("parts");
    split.parts().forEach(part -> parts.add(part(part)));
    return node;
  }

  private static ObjectNode part(PartDescription part) {
    ObjectNode node = CanonicalJson.object().put("part", part.id().toString());
    counts(node, part.counts());
    node.put("digest", part.samples().hex());
    files(node.putArray("manifests"), part.manifests());
    return node;
  }

  private static void counts(ObjectNode node, Counts counts) {
    node.put("samples", counts.samples())
        .put("objects", counts.objects())
        .put("bytes", counts.bytes());
  }

  private static void files(ArrayNode array, List<FileDigest> files) {
    for (FileDigest file : files) {
      array
          .addObject()
          .put("path", file.path())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256().hex());
    }
  }

  private static ObjectNode finding(Finding finding) {
    ObjectNode node =
        CanonicalJson.object()
            .put("check", finding.check())
            .put("severity", finding.severity().fileName())
            .put("message", finding.message())
            .put("affected", finding.affected());
    finding.examples().forEach(node.putArray("examples")::add);
    return node;
  }

  /// Reads the file.
  ///
  /// @throws MalformedDataException if the bytes are no description in a form known here
  public static DatasetDescription parse(byte[] bytes) throws MalformedDataException {
    return JsonFields.parse(bytes, DatasetDescriptionParser::fromJson);
  }

  private static DatasetDescription fromJson(JsonNode root) {
    long format = number(root, "dataset");
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "data set format %d; this version reads format %d".formatted(format, FORMAT));
    }
    return new DatasetDescription(
        text(root, "name"),
        text(root, "software"),
        root.has("previous") ? new Digest(text(root, "previous")) : null,
        JsonFields.field(root, "spec"),
        readSource(JsonFields.field(root, "source")),
        list(root, "splits", DatasetDescriptionParser::readSplit),
        list(root, "files", DatasetDescriptionParser::readFile),
        list(root, "findings", DatasetDescriptionParser::readFinding));
  }

  private static SourceDescription readSource(JsonNode node) {
    return new SourceDescription(
        texts(node, "locations"),
        number(node, "listed"),
        number(node, "excluded"),
        readCounts(node));
  }

  private static SplitDescription readSplit(JsonNode node) {
    return new SplitDescription(
        new Split(text(node, "split")),
        JsonFields.decimal(node, "share"),
        readCounts(node),
        number(node, "subjects"),
        list(node, "classes", DatasetDescriptionParser::readClass),
        list(node, "manifests", DatasetDescriptionParser::readFile),
        list(node, "parts", DatasetDescriptionParser::readPart));
  }

  private static ClassCount readClass(JsonNode node) {
    return new ClassCount(
        new ClassLabel(text(node, "name"), smallNumber(node, "index")), number(node, "samples"));
  }

  private static PartDescription readPart(JsonNode node) {
    return new PartDescription(
        PartId.parse(text(node, "part")),
        readCounts(node),
        new Digest(text(node, "digest")),
        list(node, "manifests", DatasetDescriptionParser::readFile));
  }

  private static Counts readCounts(JsonNode node) {
    return new Counts(number(node, "samples"), number(node, "objects"), number(node, "bytes"));
  }

  private static FileDigest readFile(JsonNode node) {
    return new FileDigest(
        text(node, "path"), number(node, "bytes"), new Digest(text(node, "sha256")));
  }

  private static Finding readFinding(JsonNode node) {
    return new Finding(
        text(node, "check"),
        Severity.ofFileName(text(node, "severity")),
        text(node, "message"),
        number(node, "affected"),
        texts(node, "examples"));
  }
}
