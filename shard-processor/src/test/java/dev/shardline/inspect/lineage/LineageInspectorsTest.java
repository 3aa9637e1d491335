package dev.shardline.inspect.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.dataset.PartId;
import dev.shardline.dataset.Split;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.digest.Crc32c;
import dev.shardline.digest.Digest;
import dev.shardline.failure.Reason;
import dev.shardline.inspect.FilesInMemory;
import dev.shardline.inspect.Inspector;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.lineage.FateCounts;
import dev.shardline.lineage.Ledger;
import dev.shardline.lineage.LedgerHeader;
import dev.shardline.lineage.LedgerWriter;
import dev.shardline.lineage.RecordEntry;
import dev.shardline.lineage.RunDescription;
import dev.shardline.lineage.RunIndex;
import dev.shardline.lineage.RunIndex.PartEntry;
import dev.shardline.lineage.SampleEntry;
import dev.shardline.lineage.SampleFate;
import dev.shardline.lineage.ShardEntry;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineageInspectorsTest {
  private static final Digest DIGEST = Digest.of("x");
  private static final ShardEntry SHARD = new ShardEntry("part-00000.tar", 10, DIGEST, 1);
  private static final Ledger LEDGER =
      new Ledger(
          new LedgerHeader(new PartId(Split.TRAIN, 0), DIGEST, DIGEST, "shardline 0.1.0", 1),
          List.of(
              new SampleEntry(
                  "a.jpg",
                  List.of(),
                  new SampleFate.Written(
                      List.of(new RecordEntry("k", 0, 0, 10, Crc32c.of(new byte[10]))))),
              new SampleEntry(
                  "b.jpg",
                  List.of(),
                  new SampleFate.Quarantined(Reason.TRUNCATED, "file: expected more"))),
          List.of(SHARD));

  @Test
  void aManifestTellsItsPrefixAndHowManyObjectsItNames() throws Exception {
    ObjectNode facts =
        facts(
            new ManifestInspector(),
            "train.manifest",
            "[{\"prefix\":\"s3://b/\"},\n\"a.jpg\",\n\"c d.jpg\"\n]\n");
    assertThat(facts.path("prefix").asText()).isEqualTo("s3://b/");
    assertThat(facts.path("objects").asInt()).isEqualTo(2);
    assertThat(facts.path("first-objects").get(1).path("suffix").asText()).isEqualTo("c d.jpg");
  }

  @Test
  void aCatalogTellsItsClassesBySplit() throws Exception {
    String catalog =
        """
        prefix,class_label,class_index,channel,subject,duplicate_group,bytes,etag,version_id,sample,site
        s3://b/a.hdr,x,0,train,s1,,5,e,,a.hdr,north
        s3://b/a.img,x,0,train,s1,,7,e,,a.hdr,north
        s3://b/c.nii,x,0,test,s2,,8,e,,c.nii,south
        s3://b/d.nii,y,1,train,s1,a.hdr,9,e,,d.nii,north
        """;
    ObjectNode facts = facts(new CatalogInspector(), "catalog.csv", catalog);
    assertThat(facts.path("samples").asInt()).isEqualTo(3);
    assertThat(facts.path("objects").asInt()).isEqualTo(4);
    assertThat(facts.path("bytes").asInt()).isEqualTo(29);
    assertThat(facts.path("subjects").asInt()).isEqualTo(2);
    assertThat(facts.path("samples-with-copies").asInt()).isEqualTo(1);
    assertThat(facts.path("classes").toString())
        .isEqualTo(
            "[{\"class\":\"x\",\"test\":1,\"train\":1},{\"class\":\"y\",\"test\":0,\"train\":1}]");
  }

  @Test
  void aLedgerTellsWhatBecameOfItsSamples() throws Exception {
    ObjectNode facts =
        facts(
            new LedgerInspector(),
            "part-00000.ledger",
            new String(LedgerWriter.toBytes(LEDGER), UTF_8));
    assertThat(facts.path("part").asText()).isEqualTo("train/part-00000");
    assertThat(facts.path("written").asInt()).isEqualTo(1);
    assertThat(facts.path("first-not-written").get(0).path("why").asText()).isEqualTo("truncated");
  }

  @Test
  void aChangedLedgerIsRefused() {
    String changed = new String(LedgerWriter.toBytes(LEDGER), UTF_8).replace("b.jpg", "c.jpg");
    assertThatThrownBy(() -> facts(new LedgerInspector(), "part-00000.ledger", changed))
        .isInstanceOf(DamagedFileException.class);
  }

  @Test
  void aRunTellsItsStepsAndItsIndexTheParts() throws Exception {
    ObjectNode recipe = CanonicalJson.object();
    recipe.putArray("steps").addObject().put("step", "grey").putObject("arguments");
    RunDescription run =
        new RunDescription(
            "brain",
            ObjectLocation.parse("s3://bucket/work/datasets/brain/0123/"),
            DIGEST,
            recipe,
            CanonicalJson.object().put("format", "webdataset"),
            1);
    RunIndex index =
        new RunIndex(
            run.identity(),
            DIGEST,
            List.of(
                new PartEntry(
                    new PartId(Split.TRAIN, 0), DIGEST, new FateCounts(1, 0, 1), List.of(SHARD))));

    assertThat(
            facts(new RunInspector(), "run.json", new String(run.toBytes(), UTF_8))
                .path("steps")
                .get(0)
                .path("step")
                .asText())
        .isEqualTo("grey");
    ObjectNode indexed =
        facts(new IndexInspector(), "index.json", new String(index.toBytes(), UTF_8));
    assertThat(indexed.path("root-digest").asText()).isEqualTo(Digest.of(index.toBytes()).hex());
    assertThat(indexed.path("parts").get(0).path("bytes").asInt()).isEqualTo(10);
  }

  private static ObjectNode facts(Inspector inspector, String name, String content)
      throws Exception {
    var file = new FilesInMemory().with(name, content.getBytes(UTF_8)).open(name);
    assertThat(inspector.recognises(file)).isTrue();
    return inspector.inspect(file).facts();
  }

  @Test
  void noInspectorTakesAnothersFile() throws IOException {
    var ledger = new FilesInMemory().with("a", LedgerWriter.toBytes(LEDGER)).open("a");
    for (Inspector other :
        List.of(
            new ManifestInspector(),
            new CatalogInspector(),
            new DatasetInspector(),
            new RunInspector(),
            new IndexInspector())) {
      assertThat(other.recognises(ledger)).as(other.format()).isFalse();
    }
  }
}
