package dev.shardline.cli.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.audit.Trace;
import dev.shardline.audit.Tracer;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.RunArgument;
import dev.shardline.cli.session.Session;
import dev.shardline.dataset.Sample;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Digest;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.UsageException;
import dev.shardline.lineage.ObjectRead;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.SampleFate;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shardline audit trace`: the chain of one sample, asked from either end.
@Command(
    name = "trace",
    header = "Tell what a record was made of, or what became of a sample or an object.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline audit trace work/runs/latest glioma/sub-01_003.jpg   a sample",
      "  shardline audit trace work/runs/latest 3f2a91c04b7d5e60        a record, by its key",
      "  shardline audit trace work/runs/latest s3://bucket/a.jpg       an object"
    })
final class AuditTraceCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private RunArgument run = new RunArgument();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "1", paramLabel = "SAMPLE|RECORD|URI", description = "What to trace.")
  private String query = "";

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      List<Trace> traces =
          Tracer.open(session.stores(), run.directory(session.stores())).find(query);
      if (traces.isEmpty()) {
        throw new UsageException(
            "\"%s\" is no sample, record key or object of this run. Ids are keys relative to the source; `catalog.csv` of the data set lists them."
                .formatted(query));
      }
      session.result(json(traces), out -> traces.forEach(trace -> print(trace, out)));
      return ExitCode.DONE.code();
    }
  }

  private static void print(Trace trace, PrintWriter out) {
    Sample sample = trace.sample();
    out.printf("sample    %s%n", sample.id());
    out.printf(
        "          class %s (%d), subject %s%s%n",
        sample.label().name(),
        sample.label().index(),
        sample.subject(),
        sample.duplicateGroup().isEmpty() ? "" : ", copy of " + sample.duplicateGroup());
    for (ObjectRead read : trace.accounted().objects()) {
      out.printf(
          "object    %s%n          etag %s%s, %,d bytes, SHA-256 %s%n",
          read.object().location(),
          read.object().version().etag(),
          read.object().version().versionId().isEmpty()
              ? ""
              : ", version " + read.object().version().versionId(),
          read.object().bytes(),
          read.sha256().map(Digest::hex).orElse("none: it could not be read whole"));
    }
    out.printf("part      %s, SHA-256 %s%n", trace.part(), trace.partDigest());
    switch (trace.accounted().fate()) {
      case SampleFate.Written written ->
          written.records().forEach(record -> out.println(line(trace, record)));
      case SampleFate.Dropped dropped ->
          out.printf("dropped   by %s: %s%n", dropped.rule(), dropped.detail());
      case SampleFate.Quarantined quarantined ->
          out.printf("quarantined %s: %s%n", quarantined.reason().fileName(), quarantined.detail());
    }
    out.printf("ledger    SHA-256 %s%n", trace.ledger());
    out.printf("data set  SHA-256 %s%n", trace.dataset());
    out.printf("run       identity %s%n", trace.run());
    out.printf("root      SHA-256 %s%n", trace.root());
  }

  private static String line(Trace trace, RecordEntry record) {
    return "record    %s in %s, bytes %d to %d, CRC-32C %s"
        .formatted(
            record.key(),
            trace.shardOf(record),
            record.offset(),
            record.offset() + record.length(),
            record.crc32c());
  }

  private static ArrayNode json(List<Trace> traces) {
    ArrayNode array = CanonicalJson.object().putArray("traces");
    traces.forEach(trace -> array.add(json(trace)));
    return array;
  }

  private static ObjectNode json(Trace trace) {
    ObjectNode node =
        CanonicalJson.object()
            .put("sample", trace.sample().id())
            .put("subject", trace.sample().subject())
            .put("label", trace.sample().label().name())
            .put("part", trace.part().toString())
            .put("part-digest", trace.partDigest().hex());
    ArrayNode objects = node.putArray("objects");
    for (ObjectRead read : trace.accounted().objects()) {
      ObjectNode object =
          CanonicalJson.object()
              .put("uri", read.object().location().toString())
              .put("etag", read.object().version().etag())
              .put("version-id", read.object().version().versionId());
      read.sha256().ifPresent(digest -> object.put("sha256", digest.hex()));
      objects.add(object);
    }
    switch (trace.accounted().fate()) {
      case SampleFate.Written written -> {
        ArrayNode records = node.putArray("records");
        for (RecordEntry record : written.records()) {
          records.add(
              CanonicalJson.object()
                  .put("key", record.key())
                  .put("shard", trace.shardOf(record))
                  .put("offset", record.offset())
                  .put("length", record.length())
                  .put("crc32c", record.crc32c().hex()));
        }
      }
      case SampleFate.Dropped dropped -> node.put("dropped", dropped.rule());
      case SampleFate.Quarantined quarantined ->
          node.put("quarantined", quarantined.reason().fileName())
              .put("detail", quarantined.detail());
    }
    return node.put("ledger", trace.ledger().hex())
        .put("dataset", trace.dataset().hex())
        .put("run", trace.run().hex())
        .put("root", trace.root().hex());
  }
}
