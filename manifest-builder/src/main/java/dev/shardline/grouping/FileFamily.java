package dev.shardline.grouping;

import java.util.List;

/// Files that belong together by their names: a head that gives the sample its id, and companions
/// that have the same stem.
enum FileFamily {
  /// A volume, its BIDS sidecar, its diffusion tables.
  NIFTI(List.of(".nii.gz", ".nii"), List.of(".json", ".bval", ".bvec")),
  /// Header and voxels in two files.
  NIFTI_PAIR(List.of(".hdr.gz", ".hdr"), List.of(".img", ".img.gz", ".json")),
  /// Header, signals, and annotators, which may have any extension.
  WFDB(List.of(".hea"), List.of(FileFamily.ANY)),
  BRAINVISION(List.of(".vhdr"), List.of(".eeg", ".dat", ".avg", ".vmrk", ".json")),
  EDF(
      List.of(".edf", ".bdf"),
      List.of(".edf.event", ".bdf.event", ".event", ".json", ".tsv", ".csv")),
  /// Physiological signals as BIDS keeps them.
  PHYSIO(List.of(".tsv.gz"), List.of(".json"));

  /// Stands for every extension.
  static final String ANY = ".";

  /// What takes the place of the last `_suffix` of a BIDS name in the files beside it.
  static final List<String> BIDS_COMPANIONS =
      List.of("_events.tsv", "_events.json", "_channels.tsv");

  private final List<String> heads;
  private final List<String> companions;

  FileFamily(List<String> heads, List<String> companions) {
    this.heads = heads;
    this.companions = companions;
  }

  /// Extensions of the head, longest first.
  List<String> heads() {
    return heads;
  }

  /// What follows the stem in the companions' names, in their order in the sample.
  List<String> companions() {
    return companions;
  }
}
