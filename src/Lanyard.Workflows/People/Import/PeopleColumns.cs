using System.Collections.Frozen;
using Lanyard.Policy.Diagnostics;

namespace Lanyard.Workflows.People.Import;

/// <summary>What a column of a list of people may hold, and the headers by which the systems that schools use call
/// it.</summary>
public static class PeopleColumns
{
    internal const string Id = "id";
    internal const string Name = "name";
    internal const string FirstName = "first name";
    internal const string LastName = "last name";
    internal const string LegalName = "legal name";
    internal const string LegalFirstName = "legal first name";
    internal const string LegalLastName = "legal last name";
    internal const string PreferredName = "preferred name";
    internal const string PreferredFirstName = "preferred first name";
    internal const string PreferredLastName = "preferred last name";
    internal const string Email = "email";
    internal const string ContactEmail = "contact email";
    internal const string Roles = "roles";
    internal const string JobTitle = "job title";
    internal const string School = "school";
    internal const string Year = "year group";
    internal const string Class = "class";
    internal const string Upn = "upn";
    internal const string BirthDate = "date of birth";

    // Small letters and digits alone, so that "Adm. No" and "AdmNo" are one.
    private static readonly (string Column, string Headers)[] Known =
    [
        (Id, "id externalid personid adno adm admno admissionno admissionnumber admissionsnumber admissionsno "
            + "admission pupilid pupilno pupilnumber studentid studentno studentnumber learnerid learnernumber"
            + " staffid staffcode staffno staffnumber staffref employeeid employeeno employeenumber employeecode "
            + "payrollno payrollnumber contactid parentid governorid misid mispersonid simsid simspersonid arborid "
            + "arborstudentid"
            + " arborstaffid bromcomid scholarpackid integrisid sourcedid uniqueid uniqueidentifier idnumber idno "
            + "personnumber personcode systemid"),
        (Name, "name fullname displayname studentname pupilname staffname employeename personname namefull "
            + "surnameforename parentname contactname governorname student pupil"),
        (FirstName,
            "firstname forename forenames givenname givennames firstnames christianname studentforename pupilforename "
                + "staffforename studentfirstname pupilfirstname stafffirstname"),
        (LastName,
            "lastname surname familyname secondname studentsurname pupilsurname staffsurname studentlastname "
                + "pupillastname stafflastname"),
        (LegalName, "legalname legalfullname"),
        (LegalFirstName, "legalfirstname legalforename legalforenames legalgivenname"),
        (LegalLastName, "legallastname legalsurname legalfamilyname"),
        (PreferredName, "preferredname preferredfullname chosenname knownas knownasname"),
        (PreferredFirstName,
            "preferredfirstname preferredforename preferredgivenname chosenfirstname chosenforename knownasforename "
                + "knownasfirstname preferredforenames"),
        (PreferredLastName,
            "preferredlastname preferredsurname preferredfamilyname chosensurname chosenlastname knownassurname "
                + "knownaslastname"),
        (Email, "email emailaddress mail workemail emailwork workemailaddress primaryemail mainemail schoolemail "
            + "schoolemailaddress staffemail studentemail pupilemail emailaddressmain emailaddresswork defaultemail"),
        (ContactEmail,
            "contactemail parentemail parentalemail parentsemail familyemail parentemailaddress priority1email "
                + "contact1email homeemail carersemail parentcareremail"),
        (Roles, "role roles"),
        (JobTitle,
            "post posts jobtitle job position positions postheld posttitle postdescription businessrole staffrole "
                + "occupation jobrole roletitle jobs roledescription currentpost contractpost servicetermpost "
                + "stafftype"),
        (School, "school schoolname site sitename campus establishment establishmentname academy academyname place "
            + "setting settingname"),
        (Year, "yeargroup year ncyear ncyeargroup nationalcurriculumyear ncy yr yeargrp curriculumyear yeartaughtin "
            + "yeargroupcode ncyearactual currentyear currentyeargroup yearncyear ncyearcurrent ncyr"),
        (Class, "class classname reg regform reggroup registration registrationgroup registrationform form formgroup "
            + "formclass tutorgroup tutorgrp tutor regclass currentclass currentregistrationform classgroup"),
        (Upn, "upn uniquepupilnumber uniquepupilno upnumber"),
        (BirthDate, "dob dateofbirth birthdate birthday dobdate"),
    ];

    private static readonly FrozenDictionary<string, string> ByHeader =
        Known.SelectMany(column => column.Headers.Split(' ').Select(header => (header, column.Column)))
            .ToFrozenDictionary(pair => pair.header, pair => pair.Column, StringComparer.Ordinal);

    /// <summary>What a column may hold, in the order in which somebody chooses.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(column => column.Column)];

    /// <summary>A header without anything but small letters and digits.</summary>
    public static string Plain(string header) => new([.. header.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    /// <summary>What a header names; <see langword="null"/> if it is not known.</summary>
    internal static string? Find(string header, ImportAnswers answers) =>
        answers.Columns.TryGetValue(Plain(header), out var said) ? (All.Contains(said) ? said : null)
            : ByHeader.GetValueOrDefault(Plain(header));

    /// <summary>What a header may have been meant to name; <see langword="null"/> if every guess would be
    /// far-fetched.</summary>
    internal static string? Nearest(string header) =>
        Suggestion.Nearest(Plain(header), ByHeader.Keys) is { } meant ? ByHeader[meant] : null;

    /// <summary>Whether columns are enough to tell people apart: a name, and an id or an address.</summary>
    internal static bool AreEnough(IReadOnlyCollection<string> columns) =>
        columns.Any(
            column => column is Name or FirstName or LastName or LegalName or LegalFirstName or LegalLastName or PreferredName) && columns.Any(column => column is Id or Email or Upn);
}
