package dev.shardline.recipe.signal;

import dev.shardline.recipe.StepFactory;
import java.util.List;

/// The steps for recordings, in the order in which they are documented.
public final class SignalSteps {
  private SignalSteps() {}

  public static List<StepFactory> all() {
    return List.of(
        DecodeRecording.FACTORY,
        PickChannels.FACTORY,
        RenameChannels.FACTORY,
        ConvertUnits.FACTORY,
        RepairChannels.FACTORY,
        ReReference.FACTORY,
        ButterworthFilter.FACTORY,
        FirFilterStep.FACTORY,
        NotchFilter.FACTORY,
        ResampleRecording.FACTORY,
        Detrend.FACTORY,
        ScaleRecording.FACTORY,
        ClipRecording.FACTORY,
        MarkArtefacts.FACTORY,
        FixedWindowsStep.FACTORY,
        EventWindowsStep.FACTORY,
        LabelEpochs.FACTORY,
        RejectArtefacts.FACTORY,
        RecordingToTensor.FACTORY,
        WelchPsd.FACTORY,
        MultitaperPsd.FACTORY,
        SpectrumToTensor.FACTORY,
        BandPowerStep.FACTORY,
        SpectralEdgeStep.FACTORY,
        SpectrogramStep.FACTORY,
        WaveformFeatures.FACTORY);
  }
}
