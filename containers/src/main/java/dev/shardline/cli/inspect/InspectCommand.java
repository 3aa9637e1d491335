package dev.shardline.cli.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.cli.session.CommonOptions;
import dev.shardline.cli.session.Locations;
import dev.shardline.cli.session.Session;
import dev.shardline.cli.session.Wiring;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.failure.ExitCode;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.PermanentException;
import dev.shardline.failure.UsageException;
import dev.shardline.inspect.FactLines;
import dev.shardline.inspect.InspectedFile;
import dev.shardline.inspect.Inspection;
import dev.shardline.inspect.Inspectors;
import dev.shardline.lineage.DamagedFileException;
import dev.shardline.storage.ObjectLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `shardline inspect`: what a file holds, as text, as JSON, as a picture, as NIfTI.
@Command(
    name = "inspect",
    header = "Tell what a file holds; draw it with --png, export a volume with --nifti.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  shardline inspect sub-01_T1w.nii.gz --png sub-01.png",
      "  shardline inspect work/runs/latest/train/part-00000.tar --png first-records.png",
      "  shardline inspect part-00000.tar --record 3f2a91c04b7d5e60 --nifti record.nii.gz",
      "  shardline inspect dicom/IM-0001 --series --png series.png",
      "  shardline inspect s3://bucket/runs/brain-1/train/part-00000.ledger"
    })
public final class InspectCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      converter = Locations.class,
      description = "A path or URI: manifest, catalog, ledger, shard, volume, picture, array, …")
  private ObjectLocation location = ObjectLocation.parse("file:///");

  @Option(
      names = "--record",
      paramLabel = "KEY",
      description = "Look at this record of a shard, not at the shard.")
  private @Nullable String record;

  @Option(
      names = "--series",
      description = "Of a DICOM file: look at its whole series, as far as it lies in its folder.")
  private boolean series;

  @Option(
      names = "--png",
      paramLabel = "OUT",
      description = "Draw what the file holds into a PNG file.")
  private @Nullable Path png;

  @Option(
      names = "--nifti",
      paramLabel = "OUT",
      description = "Write the volume as NIfTI, its affine kept: OUT ends in .nii or .nii.gz.")
  private @Nullable Path nifti;

  @Override
  public Integer call() throws IOException {
    try (Session session = Session.open(common, spec)) {
      ObjectLocation wanted = InRun.resolve(session.stores(), location);
      Inspection inspection = inspect(session, wanted);
      if (png != null) {
        InspectionFiles.writePicture(inspection, png);
      }
      if (nifti != null) {
        InspectionFiles.writeNifti(inspection, nifti);
      }
      ObjectNode facts =
          CanonicalJson.object()
              .put("file", Locations.shown(wanted))
              .put("format", inspection.format());
      facts.setAll(inspection.facts());
      session.result(facts, out -> FactLines.of(facts).forEach(out::println));
      return ExitCode.DONE.code();
    }
  }

  private Inspection inspect(Session session, ObjectLocation wanted) throws IOException {
    if (record != null && series) {
      throw new UsageException("--record looks into a shard, --series beside a file: give one");
    }
    InspectedFile file = InspectedFile.open(session.stores().storeOf(wanted), wanted);
    Inspectors inspectors = Wiring.inspectors();
    try {
      if (record != null) {
        return inspectors.inspectRecord(file, record);
      }
      return series ? inspectors.inspectSeries(file) : inspectors.inspect(file);
    } catch (MalformedDataException e) {
      throw new PermanentException("%s: %s".formatted(Locations.shown(wanted), e.getMessage()), e);
    } catch (DamagedFileException e) {
      throw new PermanentException(String.valueOf(e.getMessage()), e);
    }
  }
}
