@echo off
rem exo: looks into Exodus II files. Does what the script `exo` beside it does, with one exception: it builds only what
rem was never built. After a change to the sources run `mvn package`.
rem Exit code 5: the JDK or the build is missing; all other codes are those of the command itself.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "here=%~dp0"
set "here=%here:~0,-1%"
set "home=%here%"
if not exist "%home%\lib\" set "home=%here%\target\exo"

rem --- a JDK
set "jdk="
call :try "%EXO_JAVA_HOME%"
call :try "%JAVA_HOME%"
if exist "%home%\jdk" for /f "usebackq delims=" %%j in ("%home%\jdk") do call :try "%%j"
for %%j in (java.exe) do for %%h in ("%%~$PATH:j\..\..") do call :try "%%~fh"
for /d %%d in (
    "%ProgramFiles%\Java\jdk-*"
    "%ProgramFiles%\Eclipse Adoptium\jdk-*"
    "%ProgramFiles%\Microsoft\jdk-*"
    "%ProgramFiles%\Amazon Corretto\jdk*"
    "%ProgramFiles%\BellSoft\LibericaJDK-*"
    "%ProgramFiles%\Zulu\zulu-*"
    "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-*"
    "%USERPROFILE%\.jdks\*"
) do call :try "%%~fd"
if defined jdk goto jdk_found
>&2 echo exo needs a JDK %NEEDED% or newer; set JAVA_HOME (or EXO_JAVA_HOME) to one, or install it where the system keeps its JDKs
exit /b 5
:jdk_found

rem --- the build
if exist "%here%\lib\" goto run
if exist "%home%\built" goto run
for %%r in ("%here%\..") do set "root=%%~fr"
if exist "%root%\pom.xml" goto sources_found
>&2 echo exo is incomplete: neither "%here%\lib" nor the sources around it are there
exit /b 5
:sources_found
where /q mvn
if not errorlevel 1 goto maven_found
>&2 echo exo is not built yet and Maven (mvn) was not found to build it; install Maven
exit /b 5
:maven_found
if not exist "%here%\target\" mkdir "%here%\target"
set "lock=%here%\target\exo.lock"
set /a seconds=0
:wait
mkdir "%lock%" 2>nul && goto locked
if %seconds% geq 900 goto stuck
set /a seconds+=1
rem `timeout` refuses to work where the input is not a console.
ping -n 2 127.0.0.1 >nul
goto wait
:stuck
>&2 echo another exo seems to be building exodus for 15 minutes; if none is, remove "%lock%"
exit /b 5
:locked
rem Meanwhile another exo may have done it.
if exist "%home%\built" goto unlock
>&2 echo building exodus (first run only) ...
setlocal
set "JAVA_HOME=%jdk%"
pushd "%root%"
call mvn -q -B -ntp -DskipChecks -Dmaven.test.skip=true package >"%lock%\log" 2>&1 <nul
popd
endlocal
if exist "%home%\built" goto unlock
findstr /b /l /c:"[ERROR] " "%lock%\log" | findstr /v /l /c:"Help 1]" /c:"e-run Maven" /c:"For more information" >&2
rmdir /s /q "%lock%"
>&2 echo exo could not be built; the lines above say why, and in full: mvn package, in "%root%"
exit /b 5
:unlock
rmdir /s /q "%lock%"

rem --- the command
:run
rem They are about other programs: a JVM would say that it heeds them, or not start where they contradict ours.
set "CLASSPATH="
set "JDK_JAVA_OPTIONS="
set "JAVA_TOOL_OPTIONS="
set "_JAVA_OPTIONS="
rem Two caches of prepared classes, as in the script `exo`, which says why.
set "cache=exo"
set "quick="
rem The one verb with a window.
set "window="
if "%~1"=="view" set "window=-Djava.awt.headless=false"
for %%v in (info ls show complete) do if "%~1"=="%%v" set "quick=-XX:CompileThresholdScaling=10"
if not defined quick goto start
set "cache=exo-quick"
for %%v in ("%~2" "%~3" "%~4" "%~5" "%~6" "%~7" "%~8" "%~9") do (
    if "%%~v"=="--json" set "cache=exo"
    if "%%~v"=="--box" set "cache=exo"
)
:start
set "aot="
if exist "%home%\%cache%.aot" set aot="-XX:AOTCache=%home%\%cache%.aot"
"%jdk%\bin\java.exe" "@%home%\exo.args" %EXO_JAVA_OPTIONS% %aot% %quick% %window% -cp "%home%\lib\exo.jar" dev.exodusii.cli.Exo %*
exit /b %ERRORLEVEL%

rem --- takes %1 as the JDK if there is none yet and it is new enough, which its `release` file says
:try
if defined jdk exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version="
for /f "usebackq tokens=1,2 delims==" %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" set "version=%%~l"
if not defined version exit /b 0
for /f "delims=.-+_" %%m in ("%version%") do set "version=%%m"
if %version% geq %NEEDED% set "jdk=%~1"
exit /b 0
